client.subscribe('consulta-bureau', handler);
