'use strict';

const { lerResposta } = require('./resposta');

class CpfNaoEncontrado extends Error {}
class BureauIndisponivel extends Error {}

const dormir = (ms) => new Promise((pronto) => setTimeout(pronto, ms));

/**
 * Cliente HTTP do bureau. Repete só o que é passageiro (429, 5xx, rede), com espera que dobra a cada vez.
 * `buscar` e `esperar` existem para os testes.
 */
function criarBureau({ url, token, tentativas = 3, esperaMs = 200, limiteMs = 5000, buscar = fetch, esperar = dormir }) {
  async function perguntar(cpf, finalidade) {
    let resposta;
    try {
      resposta = await buscar(`${url}/v2/consultas`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify({ cpf, finalidade }),
        signal: AbortSignal.timeout(limiteMs)
      });
    } catch (erro) {
      throw new BureauIndisponivel(`O bureau não respondeu: ${erro.message}`);
    }
    if (resposta.status === 404) {
      throw new CpfNaoEncontrado('O bureau não conhece este CPF');
    }
    if (resposta.status === 429 || resposta.status >= 500) {
      throw new BureauIndisponivel(`O bureau respondeu ${resposta.status}`);
    }
    if (!resposta.ok) {
      throw new Error(`O bureau recusou a consulta: ${resposta.status}`);
    }
    return lerResposta(await resposta.json());
  }

  async function consultar(cpf, finalidade) {
    for (let tentativa = 1; ; tentativa += 1) {
      try {
        return await perguntar(cpf, finalidade);
      } catch (erro) {
        if (!(erro instanceof BureauIndisponivel) || tentativa === tentativas) {
          throw erro;
        }
        await esperar(esperaMs * 2 ** (tentativa - 1));
      }
    }
  }

  return { consultar };
}

module.exports = { criarBureau, CpfNaoEncontrado, BureauIndisponivel };
