'use strict';

const { lerResposta } = require('../src/resposta');

test('sem ocorrências não há restrição', () => {
  expect(lerResposta({ score: 712, consultadoEm: '2026-11-23' })).toEqual({
    score: 712,
    restricao: false,
    valorRestricoes: 0,
    dataConsulta: '2026-11-23'
  });
});

test('ocorrência baixada não conta, as outras somam', () => {
  const { restricao, valorRestricoes } = lerResposta({
    score: 420,
    ocorrencias: [
      { valor: 300, situacao: 'baixada' },
      { valor: 150.5, situacao: 'ativa' },
      { valor: 49.5, situacao: 'ativa' }
    ]
  });
  expect(restricao).toBe(true);
  expect(valorRestricoes).toBe(200);
});

test.each([[undefined], ['alto'], [1001], [-1]])('score %p é recusado', (score) => {
  expect(() => lerResposta({ score })).toThrow('score inválido');
});
