client.subscribe('outro', handler);
