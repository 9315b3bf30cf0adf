/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { TUNNEL_OPEN } from '@namespace-migration/plugin-migration-common';

export interface Tunnel {
  localPort: number;
  portalPort: number;
  close(): void;
}

/**
 * The source mover's end of the tunnel. Two ports: movers' own connections come in at `localPort` (loopback), the
 * portal's idle port-forwards at `portalPort` (loopback too: a port-forward ends inside the pod). Each local
 * connection takes an idle portal connection, writes the open byte into it and is piped with it. Port 0 takes any.
 */
export async function tunnel(options: {
  localPort: number;
  portalPort: number;
}): Promise<Tunnel> {
  const idle: Socket[] = [];
  const waiting: Socket[] = [];
  const pair = () => {
    while (idle.length > 0 && waiting.length > 0) {
      carry(waiting.shift()!, idle.shift()!);
    }
  };
  const accept = (queue: Socket[]) => (socket: Socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    const leave = () => {
      const index = queue.indexOf(socket);
      if (index >= 0) {
        queue.splice(index, 1);
      }
      socket.destroy();
    };
    socket.once('close', leave);
    if (queue === idle) {
      // An idle stream says nothing; read it so that its end is seen and it is never given to a connection.
      socket.on('end', leave);
      socket.resume();
    }
    queue.push(socket);
    pair();
  };
  const carry = (local: Socket, portal: Socket) => {
    portal.pause();
    portal.removeAllListeners('end');
    portal.write(Buffer.from([TUNNEL_OPEN]));
    local.pipe(portal);
    portal.pipe(local);
    local.once('close', () => portal.destroySoon());
    portal.once('close', () => local.destroySoon());
  };
  const listen = async (queue: Socket[], port: number): Promise<Server> => {
    // Half-open, so that one direction may end before the other has delivered.
    const server = createServer({ allowHalfOpen: true }, accept(queue));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const servers = [
    await listen(waiting, options.localPort),
    await listen(idle, options.portalPort),
  ];
  const [localPort, portalPort] = servers.map(
    server => (server.address() as AddressInfo).port,
  );
  return {
    localPort,
    portalPort,
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
