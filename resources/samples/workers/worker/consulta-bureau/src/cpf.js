'use strict';

function digito(numeros) {
  const soma = numeros.reduce((total, n, i) => total + n * (numeros.length + 1 - i), 0);
  return ((soma * 10) % 11) % 10;
}

/** Devolve os onze dígitos de um CPF válido; senão, null. */
function normalizarCpf(texto) {
  const cpf = String(texto ?? '').replace(/\D/g, '');
  if (cpf.length !== 11 || /^(\d)\1+$/.test(cpf)) {
    return null;
  }
  const numeros = [...cpf].map(Number);
  const confere = digito(numeros.slice(0, 9)) === numeros[9] && digito(numeros.slice(0, 10)) === numeros[10];
  return confere ? cpf : null;
}

/** Para o log: o CPF inteiro é dado pessoal e não sai do processo. */
function mascararCpf(cpf) {
  return `***.${cpf.slice(3, 6)}.***-**`;
}

module.exports = { normalizarCpf, mascararCpf };
