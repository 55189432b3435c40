'use strict';

/** Envia pela mensageria. A chave evita que uma nova tentativa mande a mensagem duas vezes. */
function criarEnvio({ url, limiteMs = 10000, buscar = fetch }) {
  return async function enviar(mensagem, chave) {
    const resposta = await buscar(`${url}/mensagens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': chave },
      body: JSON.stringify(mensagem),
      signal: AbortSignal.timeout(limiteMs)
    });
    if (!resposta.ok) {
      throw new Error(`A mensageria respondeu ${resposta.status}`);
    }
    return (await resposta.json()).protocolo;
  };
}

module.exports = { criarEnvio };
