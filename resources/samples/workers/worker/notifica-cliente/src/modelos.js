'use strict';

const reais = (valor) => new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(valor).replace(/\u00a0/g, ' ');

const MODELOS = {
  'proposta-aprovada': {
    assunto: 'Seu crédito foi aprovado',
    texto: (v) => `Boa notícia: aprovamos um limite de ${reais(v.limiteAprovado)}.`
  },
  'proposta-recusada': {
    assunto: 'Sobre a sua proposta de crédito',
    texto: () => 'Desta vez não foi possível aprovar a sua proposta. Você pode pedir uma nova análise em 90 dias.'
  },
  'corrigir-cadastro': {
    assunto: 'Precisamos corrigir o seu cadastro',
    texto: () => 'Encontramos uma divergência no seu CPF. Atualize o cadastro para continuar.'
  },
  'contrato-assinatura': {
    assunto: 'Seu contrato está pronto',
    texto: (v) => `O contrato de ${reais(v.limiteAprovado)} em ${v.prazo} meses espera a sua assinatura por 7 dias.`
  },
  'proposta-cancelada': {
    assunto: 'Proposta cancelada',
    texto: () => 'Cancelamos a sua proposta, como você pediu. Nada será cobrado.'
  },
  'boas-vindas': {
    assunto: 'Sua conta está ativa',
    texto: (v) => `Olá, ${v.nome}. Sua conta já pode ser usada.`
  },
  'parcela-vencida': {
    assunto: 'Parcela em atraso',
    texto: (v) => `A parcela de ${reais(v.valorParcela)} venceu há ${v.diasAtraso} dia${v.diasAtraso === 1 ? '' : 's'}.`
  },
  boleto: {
    assunto: 'Boleto do seu acordo',
    texto: (v) => `Pague ${reais(v.valor)} até ${v.vencimento.split('-').reverse().join('/')}: ${v.linhaDigitavel}`
  }
};

class ModeloDesconhecido extends Error {}

/** Monta assunto e texto de um modelo com as variáveis da tarefa. */
function montarMensagem(nome, variaveis) {
  if (!Object.hasOwn(MODELOS, nome)) {
    throw new ModeloDesconhecido(`Não há modelo de mensagem "${nome}"`);
  }
  const { assunto, texto } = MODELOS[nome];
  return { assunto, texto: texto(variaveis) };
}

module.exports = { montarMensagem, ModeloDesconhecido };
