'use strict';

const { criarEnvio } = require('../src/envio');

test('manda a mensagem com a chave e devolve o protocolo', async () => {
  const buscar = jest.fn().mockResolvedValue({ ok: true, json: async () => ({ protocolo: 'P-9' }) });
  const enviar = criarEnvio({ url: 'https://mensageria.example', buscar });
  await expect(enviar({ canal: 'email', para: 'ana@example.org' }, 'chave-1')).resolves.toBe('P-9');
  const [url, pedido] = buscar.mock.calls[0];
  expect(url).toBe('https://mensageria.example/mensagens');
  expect(pedido.headers['Idempotency-Key']).toBe('chave-1');
});

test('uma resposta de erro é um erro', async () => {
  const enviar = criarEnvio({ url: 'https://mensageria.example', buscar: async () => ({ ok: false, status: 503 }) });
  await expect(enviar({}, 'chave-2')).rejects.toThrow('respondeu 503');
});
