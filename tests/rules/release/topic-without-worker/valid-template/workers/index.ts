client.subscribe(`consulta-${nome}`, handler);
