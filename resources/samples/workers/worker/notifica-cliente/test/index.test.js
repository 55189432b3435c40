'use strict';

jest.mock('camunda-external-task-client-js', () => ({
  Client: jest.fn(() => ({ subscribe: jest.fn() })),
  BasicAuthInterceptor: jest.fn(),
  logger: jest.fn(),
  Variables: jest.fn()
}));

const { Client } = require('camunda-external-task-client-js');

test('assina o tópico no engine do ambiente', () => {
  process.env.CAMUNDA_URL = 'http://camunda.example:8080';
  require('../index');
  expect(Client.mock.calls[0][0].baseUrl).toBe('http://camunda.example:8080/engine-rest');
  const { subscribe } = Client.mock.results[0].value;
  expect(subscribe).toHaveBeenCalledWith('notifica-cliente', { lockDuration: 30000 }, expect.any(Function));
});
