'use strict';

const OBRIGATORIAS = ['CAMUNDA_URL', 'CAMUNDA_USER', 'CAMUNDA_PASS', 'BUREAU_URL', 'BUREAU_TOKEN'];

/** Lê a configuração do ambiente e diz de uma vez tudo o que falta. */
function lerConfiguracao(ambiente) {
  const faltam = OBRIGATORIAS.filter((nome) => !ambiente[nome]);
  if (faltam.length > 0) {
    throw new Error(`Faltam no ambiente: ${faltam.join(', ')}`);
  }
  return {
    camunda: {
      url: `${ambiente.CAMUNDA_URL.replace(/\/+$/, '')}/engine-rest`,
      credenciais: { username: ambiente.CAMUNDA_USER, password: ambiente.CAMUNDA_PASS }
    },
    bureau: { url: ambiente.BUREAU_URL.replace(/\/+$/, ''), token: ambiente.BUREAU_TOKEN }
  };
}

module.exports = { lerConfiguracao };
