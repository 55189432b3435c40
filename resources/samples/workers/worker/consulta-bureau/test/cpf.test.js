'use strict';

const { normalizarCpf, mascararCpf } = require('../src/cpf');

describe('normalizarCpf', () => {
  test.each([
    ['111.444.777-35', '11144477735'],
    ['52998224725', '52998224725']
  ])('aceita %s', (texto, esperado) => {
    expect(normalizarCpf(texto)).toBe(esperado);
  });

  test.each([['dígito errado', '11144477734'], ['todos iguais', '11111111111'], ['curto', '1114447773'], ['ausente', undefined]])(
    'recusa um CPF com %s',
    (_, texto) => {
      expect(normalizarCpf(texto)).toBeNull();
    }
  );
});

test('a máscara mostra só três dígitos', () => {
  expect(mascararCpf('11144477735')).toBe('***.444.***-**');
});
