'use strict';

const { Client, BasicAuthInterceptor, Variables, logger } = require('camunda-external-task-client-js');

const { CAMUNDA_URL = 'http://localhost:8080', CAMUNDA_USER, CAMUNDA_PASS, BANCO_URL } = process.env;

const TENTATIVAS = 5;
const DEZ_MINUTOS = 600000;

/** Registra o boleto no banco. A chave evita que uma nova tentativa registre o mesmo boleto duas vezes. */
async function registrar({ valor, vencimento }, chave) {
  const esperaMs = 2000;
  const resposta = await fetch(`${BANCO_URL}/boletos`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': chave },
    body: JSON.stringify({ valor, vencimento }),
    signal: AbortSignal.timeout(30000)
  });
  if (!resposta.ok) {
    throw new Error(`O banco respondeu ${resposta.status}`);
  }
  return resposta.json();
}

const cliente = new Client({
  baseUrl: `${CAMUNDA_URL}/engine-rest`,
  interceptors: new BasicAuthInterceptor({ username: CAMUNDA_USER, password: CAMUNDA_PASS }),
  use: logger
});

cliente.subscribe('emite-boleto', { lockDuration: 60000 }, async ({ task, taskService }) => {
  try {
    const { linhaDigitavel, numero } = await registrar(task.variables.getAll(), task.id);
    await taskService.complete(task, new Variables().setAll({ linhaDigitavel, numeroBoleto: numero }));
  } catch (erro) {
    await taskService.handleFailure(task, {
      errorMessage: erro.message,
      retries: (task.retries ?? TENTATIVAS) - 1,
      retryTimeout: DEZ_MINUTOS
    });
  }
});
