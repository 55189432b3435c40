client.subscribe(`outro`, handler);
