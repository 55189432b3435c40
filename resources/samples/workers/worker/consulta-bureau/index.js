'use strict';

const { Client, BasicAuthInterceptor, logger } = require('camunda-external-task-client-js');
const { lerConfiguracao } = require('./src/configuracao');
const { criarBureau } = require('./src/bureau');
const { criarTratador } = require('./src/consulta');

const configuracao = lerConfiguracao(process.env);

const cliente = new Client({
  baseUrl: configuracao.camunda.url,
  interceptors: new BasicAuthInterceptor(configuracao.camunda.credenciais),
  asyncResponseTimeout: 20000,
  use: logger
});

cliente.subscribe('consulta-bureau', { lockDuration: 60000 }, criarTratador(criarBureau(configuracao.bureau)));
