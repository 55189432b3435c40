'use strict';

const { criarTratador } = require('../src/consulta');
const { BureauIndisponivel, CpfNaoEncontrado } = require('../src/bureau');

const bureau = { consultar: jest.fn() };
const taskService = { complete: jest.fn(), handleFailure: jest.fn(), handleBpmnError: jest.fn() };
const registrar = jest.fn();
const tratar = criarTratador(bureau, registrar);

const tarefa = (variaveis, retries = null) => ({ retries, variables: new Map(Object.entries(variaveis)) });

beforeEach(() => jest.clearAllMocks());

test('completa com o que o bureau respondeu', async () => {
  bureau.consultar.mockResolvedValueOnce({ score: 712, restricao: false });
  await tratar({ task: tarefa({ cpf: '111.444.777-35', finalidade: 'cadastro' }), taskService });
  expect(bureau.consultar).toHaveBeenCalledWith('11144477735', 'cadastro');
  expect(taskService.complete.mock.calls[0][1].getAll()).toEqual({ score: 712, restricao: false });
});

test('o log não leva o CPF', async () => {
  bureau.consultar.mockResolvedValueOnce({ score: 712 });
  await tratar({ task: tarefa({ cpf: '11144477735' }), taskService });
  expect(registrar).toHaveBeenCalledWith('***.444.***-** consultado, score 712');
});

test('CPF inválido é erro de negócio e não chega ao bureau', async () => {
  const task = tarefa({ cpf: '123' });
  await tratar({ task, taskService });
  expect(bureau.consultar).not.toHaveBeenCalled();
  expect(taskService.handleBpmnError).toHaveBeenCalledWith(task, 'CPF_NAO_ENCONTRADO', 'O CPF informado é inválido');
});

test('CPF desconhecido é erro de negócio', async () => {
  bureau.consultar.mockRejectedValueOnce(new CpfNaoEncontrado('não conhece'));
  await tratar({ task: tarefa({ cpf: '11144477735' }), taskService });
  expect(taskService.handleBpmnError.mock.calls[0][1]).toBe('CPF_NAO_ENCONTRADO');
});

test.each([
  [null, 4, 60000],
  [4, 3, 120000],
  [1, 0, 960000]
])('bureau fora do ar com retries %p deixa %p', async (retries, restam, espera) => {
  bureau.consultar.mockRejectedValueOnce(new BureauIndisponivel('502'));
  await tratar({ task: tarefa({ cpf: '11144477735' }, retries), taskService });
  expect(taskService.handleFailure.mock.calls[0][1]).toMatchObject({ errorMessage: '502', retries: restam, retryTimeout: espera });
});

test('um defeito não se repete', async () => {
  bureau.consultar.mockRejectedValueOnce(new TypeError('corpo sem score'));
  await tratar({ task: tarefa({ cpf: '11144477735' }), taskService });
  expect(taskService.handleFailure.mock.calls[0][1].retries).toBe(0);
});
