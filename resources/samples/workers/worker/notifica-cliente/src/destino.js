'use strict';

class SemContato extends Error {}

/** Escolhe o destino: SMS só com telefone celular; sem ele, e-mail. */
function escolherDestino(canal, { email, telefone }) {
  const numero = String(telefone ?? '').replace(/\D/g, '');
  if (canal === 'sms' && /^55\d{2}9\d{8}$/.test(numero)) {
    return { canal: 'sms', para: `+${numero}` };
  }
  if (/^[^@\s]+@[^@\s]+$/.test(email ?? '')) {
    return { canal: 'email', para: email };
  }
  throw new SemContato('O cliente não tem e-mail nem celular válido');
}

module.exports = { escolherDestino, SemContato };
