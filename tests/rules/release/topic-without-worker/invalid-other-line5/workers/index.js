client
  .subscribe (
    "consulta-bureaux", handler);
