'use strict';

const { Client, BasicAuthInterceptor, logger } = require('camunda-external-task-client-js');
const { criarEnvio } = require('./src/envio');
const { criarTratador } = require('./src/notificacao');

const { CAMUNDA_URL = 'http://localhost:8080', CAMUNDA_USER, CAMUNDA_PASS, MENSAGERIA_URL } = process.env;

const cliente = new Client({
  baseUrl: `${CAMUNDA_URL}/engine-rest`,
  interceptors: new BasicAuthInterceptor({ username: CAMUNDA_USER, password: CAMUNDA_PASS }),
  maxTasks: 20,
  use: logger
});

cliente.subscribe('notifica-cliente', { lockDuration: 30000 }, criarTratador(criarEnvio({ url: MENSAGERIA_URL })));
