for (const topic of topics)
  client.subscribe(topic, handler);
client.subscribe('outro', handler);
