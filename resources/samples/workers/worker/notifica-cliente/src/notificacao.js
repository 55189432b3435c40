'use strict';

const { Variables } = require('camunda-external-task-client-js');
const { escolherDestino, SemContato } = require('./destino');
const { montarMensagem, ModeloDesconhecido } = require('./modelos');

const TENTATIVAS = 3;
const CINCO_MINUTOS = 300000;

/** Trata uma tarefa do tópico notifica-cliente. */
function criarTratador(enviar) {
  return async function tratar({ task, taskService }) {
    const variaveis = task.variables.getAll();
    try {
      const destino = escolherDestino(variaveis.canal, variaveis);
      const mensagem = { ...destino, ...montarMensagem(variaveis.modelo, variaveis) };
      const protocolo = await enviar(mensagem, task.id);
      await taskService.complete(task, new Variables().setAll({ protocoloNotificacao: protocolo, canalNotificacao: destino.canal }));
    } catch (erro) {
      // Sem contato ou sem modelo, repetir não adianta: alguém precisa corrigir os dados.
      const definitivo = erro instanceof SemContato || erro instanceof ModeloDesconhecido;
      await taskService.handleFailure(task, {
        errorMessage: erro.message,
        errorDetails: erro.stack,
        retries: definitivo ? 0 : (task.retries ?? TENTATIVAS) - 1,
        retryTimeout: CINCO_MINUTOS
      });
    }
  };
}

module.exports = { criarTratador };
