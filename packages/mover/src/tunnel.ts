/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer, Server, Socket } from 'node:net';
import { once } from 'node:events';
import { TUNNEL_OPEN } from '@namespace-migration/plugin-migration-common';

/**
 * The source mover's end of the tunnel. Two ports: movers' own connections come in at `localPort` (loopback), the
 * portal's idle port-forwards at `portalPort` (loopback too: a port-forward ends inside the pod). Each local
 * connection takes an idle portal connection, writes the open byte into it and is piped with it.
 */
export async function tunnel(options: {
  localPort: number;
  portalPort: number;
}): Promise<{ close(): void }> {
  const idle: Socket[] = [];
  const waiting: Socket[] = [];
  const join = () => {
    while (idle.length > 0 && waiting.length > 0) {
      const portal = idle.shift()!;
      const local = waiting.shift()!;
      if (portal.destroyed || local.destroyed) {
        if (!portal.destroyed) idle.unshift(portal);
        if (!local.destroyed) waiting.unshift(local);
        continue;
      }
      portal.removeAllListeners('close');
      portal.write(Buffer.from([TUNNEL_OPEN]));
      local.pipe(portal).pipe(local);
      local.once('close', () => portal.destroy());
      portal.once('close', () => local.destroy());
    }
  };
  const accept = (queue: Socket[]) => (socket: Socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      const index = queue.indexOf(socket);
      if (index >= 0) {
        queue.splice(index, 1);
      }
    });
    queue.push(socket);
    join();
  };
  const servers: Server[] = [
    createServer(accept(waiting)).listen(options.localPort, '127.0.0.1'),
    createServer(accept(idle)).listen(options.portalPort, '127.0.0.1'),
  ];
  await Promise.all(servers.map(server => once(server, 'listening')));
  return {
    close: () => {
      for (const server of servers) {
        server.close();
      }
      for (const socket of [...idle, ...waiting]) {
        socket.destroy();
      }
    },
  };
}
