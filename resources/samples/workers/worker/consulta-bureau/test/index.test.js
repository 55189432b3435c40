'use strict';

jest.mock('camunda-external-task-client-js', () => ({
  Client: jest.fn(() => ({ subscribe: jest.fn() })),
  BasicAuthInterceptor: jest.fn(),
  logger: jest.fn(),
  Variables: jest.fn()
}));

const { Client } = require('camunda-external-task-client-js');
const { lerConfiguracao } = require('../src/configuracao');

test('assina o tópico com a configuração do ambiente', () => {
  Object.assign(process.env, {
    CAMUNDA_URL: 'http://localhost:8080/',
    CAMUNDA_USER: 'demo',
    CAMUNDA_PASS: 'demo',
    BUREAU_URL: 'https://bureau.example',
    BUREAU_TOKEN: 'segredo'
  });
  require('../index');
  expect(Client.mock.calls[0][0].baseUrl).toBe('http://localhost:8080/engine-rest');
  const { subscribe } = Client.mock.results[0].value;
  expect(subscribe).toHaveBeenCalledWith('consulta-bureau', { lockDuration: 60000 }, expect.any(Function));
});

test('diz tudo o que falta no ambiente', () => {
  expect(() => lerConfiguracao({ CAMUNDA_URL: 'x', BUREAU_URL: 'y' })).toThrow('Faltam no ambiente: CAMUNDA_USER, CAMUNDA_PASS, BUREAU_TOKEN');
});
