'use strict';

const { montarMensagem, ModeloDesconhecido } = require('../src/modelos');

test.each([
  ['proposta-aprovada', { limiteAprovado: 12000 }, 'Boa notícia: aprovamos um limite de R$ 12.000,00.'],
  ['contrato-assinatura', { limiteAprovado: 6000, prazo: 24 }, 'O contrato de R$ 6.000,00 em 24 meses espera a sua assinatura por 7 dias.'],
  ['boas-vindas', { nome: 'Ana' }, 'Olá, Ana. Sua conta já pode ser usada.'],
  ['parcela-vencida', { valorParcela: 350.5, diasAtraso: 1 }, 'A parcela de R$ 350,50 venceu há 1 dia.'],
  ['parcela-vencida', { valorParcela: 350.5, diasAtraso: 12 }, 'A parcela de R$ 350,50 venceu há 12 dias.'],
  ['boleto', { valor: 300, vencimento: '2026-12-10', linhaDigitavel: '00190.5' }, 'Pague R$ 300,00 até 10/12/2026: 00190.5']
])('%s', (modelo, variaveis, texto) => {
  expect(montarMensagem(modelo, variaveis).texto).toBe(texto);
});

test.each(['proposta-recusada', 'corrigir-cadastro', 'proposta-cancelada'])('%s não depende de variáveis', (modelo) => {
  const { assunto, texto } = montarMensagem(modelo, {});
  expect(assunto).not.toBe('');
  expect(texto).not.toContain('undefined');
});

test('modelo desconhecido é recusado pelo nome', () => {
  expect(() => montarMensagem('toString', {})).toThrow(ModeloDesconhecido);
});
