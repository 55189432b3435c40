'use strict';

const { criarTratador } = require('../src/notificacao');

const enviar = jest.fn();
const taskService = { complete: jest.fn(), handleFailure: jest.fn() };
const tratar = criarTratador(enviar);

const base = { canal: 'email', modelo: 'boas-vindas', nome: 'Ana', email: 'ana@example.org' };
const tarefa = (variaveis = {}, retries = null) => ({ id: 'tarefa-1', retries, variables: { getAll: () => ({ ...base, ...variaveis }) } });

beforeEach(() => {
  jest.clearAllMocks();
  enviar.mockResolvedValue('P-1');
});

test('envia e devolve o protocolo ao processo', async () => {
  await tratar({ task: tarefa(), taskService });
  expect(enviar.mock.calls[0][0]).toMatchObject({ canal: 'email', para: 'ana@example.org', assunto: 'Sua conta está ativa' });
  expect(taskService.complete.mock.calls[0][1].getAll()).toEqual({ protocoloNotificacao: 'P-1', canalNotificacao: 'email' });
});

test('o id da tarefa é a chave que evita mensagens em dobro', async () => {
  await tratar({ task: tarefa(), taskService });
  expect(enviar.mock.calls[0][1]).toBe('tarefa-1');
});

test('SMS vai para o celular', async () => {
  await tratar({ task: tarefa({ canal: 'sms', telefone: '+55 11 91234-5678' }), taskService });
  expect(enviar.mock.calls[0][0]).toMatchObject({ canal: 'sms', para: '+5511912345678' });
});

test('SMS sem celular vai por e-mail', async () => {
  await tratar({ task: tarefa({ canal: 'sms', telefone: '+55 11 3234-5678' }), taskService });
  expect(enviar.mock.calls[0][0].canal).toBe('email');
});

test.each([
  ['sem contato', { email: null }],
  ['com modelo desconhecido', { modelo: 'nao-existe' }]
])('%s vira incidente na hora', async (_, variaveis) => {
  await tratar({ task: tarefa(variaveis), taskService });
  expect(enviar).not.toHaveBeenCalled();
  expect(taskService.handleFailure.mock.calls[0][1].retries).toBe(0);
});

test.each([
  [null, 2],
  [2, 1]
])('mensageria fora do ar com retries %p deixa %p', async (retries, restam) => {
  enviar.mockRejectedValueOnce(new Error('A mensageria respondeu 503'));
  await tratar({ task: tarefa({}, retries), taskService });
  expect(taskService.complete).not.toHaveBeenCalled();
  expect(taskService.handleFailure.mock.calls[0][1]).toMatchObject({ errorMessage: 'A mensageria respondeu 503', retries: restam });
});
