'use strict';

/** Traduz a resposta do bureau para as variáveis do processo. */
function lerResposta(corpo) {
  const score = Number(corpo?.score);
  if (!Number.isInteger(score) || score < 0 || score > 1000) {
    throw new Error(`O bureau respondeu um score inválido: ${JSON.stringify(corpo?.score)}`);
  }
  const ocorrencias = (corpo.ocorrencias ?? []).filter((o) => o.situacao !== 'baixada');
  return {
    score,
    restricao: ocorrencias.length > 0,
    valorRestricoes: ocorrencias.reduce((total, o) => total + o.valor, 0),
    dataConsulta: corpo.consultadoEm
  };
}

module.exports = { lerResposta };
