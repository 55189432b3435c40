'use strict';

const { Variables } = require('camunda-external-task-client-js');
const { CpfNaoEncontrado, BureauIndisponivel } = require('./bureau');
const { normalizarCpf, mascararCpf } = require('./cpf');

const MINUTO = 60000;
const TENTATIVAS = 5;

/** Trata uma tarefa do tópico consulta-bureau: completa, erro de negócio ou falha com nova tentativa. */
function criarTratador(bureau, registrar = console.info) {
  return async function tratar({ task, taskService }) {
    const cpf = normalizarCpf(task.variables.get('cpf'));
    if (!cpf) {
      await taskService.handleBpmnError(task, 'CPF_NAO_ENCONTRADO', 'O CPF informado é inválido');
      return;
    }
    try {
      const resultado = await bureau.consultar(cpf, task.variables.get('finalidade') ?? 'concessao');
      registrar(`${mascararCpf(cpf)} consultado, score ${resultado.score}`);
      await taskService.complete(task, new Variables().setAll(resultado));
    } catch (erro) {
      if (erro instanceof CpfNaoEncontrado) {
        await taskService.handleBpmnError(task, 'CPF_NAO_ENCONTRADO', erro.message);
        return;
      }
      // O que não é passageiro não melhora sozinho: sem novas tentativas, vira incidente na hora.
      const restam = erro instanceof BureauIndisponivel ? (task.retries ?? TENTATIVAS) - 1 : 0;
      await taskService.handleFailure(task, {
        errorMessage: erro.message,
        errorDetails: erro.stack,
        retries: restam,
        retryTimeout: MINUTO * 2 ** (TENTATIVAS - 1 - restam)
      });
    }
  };
}

module.exports = { criarTratador };
