'use strict';

const { criarBureau, BureauIndisponivel, CpfNaoEncontrado } = require('../src/bureau');

const CPF = '11144477735';
const resposta = (status, corpo = {}) => ({ status, ok: status < 400, json: async () => corpo });

describe('consultar', () => {
  const buscar = jest.fn();
  const esperas = [];
  const bureau = criarBureau({
    url: 'https://bureau.example',
    token: 'segredo',
    buscar,
    esperar: async (ms) => esperas.push(ms)
  });

  beforeEach(() => {
    buscar.mockReset();
    esperas.length = 0;
  });

  test('pergunta com o token e a finalidade', async () => {
    buscar.mockResolvedValueOnce(resposta(200, { score: 700 }));
    await expect(bureau.consultar(CPF, 'cadastro')).resolves.toMatchObject({ score: 700 });
    const [url, pedido] = buscar.mock.calls[0];
    expect(url).toBe('https://bureau.example/v2/consultas');
    expect(pedido.headers.Authorization).toBe('Bearer segredo');
    expect(JSON.parse(pedido.body)).toEqual({ cpf: CPF, finalidade: 'cadastro' });
  });

  test('espera o dobro depois de cada 502', async () => {
    buscar.mockResolvedValueOnce(resposta(502)).mockResolvedValueOnce(resposta(502)).mockResolvedValueOnce(resposta(200, { score: 640 }));
    await expect(bureau.consultar(CPF, 'concessao')).resolves.toMatchObject({ score: 640 });
    expect(esperas).toEqual([200, 400]);
  });

  test('desiste depois de três tentativas', async () => {
    buscar.mockRejectedValue(new Error('ECONNRESET'));
    await expect(bureau.consultar(CPF, 'concessao')).rejects.toThrow(BureauIndisponivel);
    expect(buscar).toHaveBeenCalledTimes(3);
  });

  test('CPF desconhecido não se repete', async () => {
    buscar.mockResolvedValue(resposta(404));
    await expect(bureau.consultar(CPF, 'concessao')).rejects.toThrow(CpfNaoEncontrado);
    expect(buscar).toHaveBeenCalledTimes(1);
  });

  test('uma recusa não se repete', async () => {
    buscar.mockResolvedValue(resposta(403));
    await expect(bureau.consultar(CPF, 'concessao')).rejects.toThrow('recusou a consulta: 403');
    expect(buscar).toHaveBeenCalledTimes(1);
  });
});
