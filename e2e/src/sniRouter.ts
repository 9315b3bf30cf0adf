/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/**
 * A router as OpenShift has one, of passthrough Routes only: reads the host in a TLS greeting and carries the bytes on,
 * unopened. Runs in the network of a cluster's node: sniRouter.ts ADDRESS PORT FILE, and FILE is JSON, `host: address:port`.
 */
export function hostInGreeting(greeting: Buffer): string | undefined {
  // record header 5, handshake header 4, version 2, random 32
  let at = 43;
  if (greeting.length < at || greeting[0] !== 22 || greeting[5] !== 1) {
    return undefined;
  }
  at += 1 + greeting[at];
  at += 2 + greeting.readUInt16BE(at);
  at += 1 + greeting[at];
  const end = at + 2 + greeting.readUInt16BE(at);
  at += 2;
  while (at + 4 <= Math.min(end, greeting.length)) {
    const type = greeting.readUInt16BE(at);
    const length = greeting.readUInt16BE(at + 2);
    if (type === 0) {
      // list length 2, type of name 1, length of name 2
      const name = greeting.readUInt16BE(at + 7);
      return greeting.toString('latin1', at + 9, at + 9 + name);
    }
    at += 4 + length;
  }
  return undefined;
}

if (require.main === module) {
  const [address, port, file] = process.argv.slice(2);
  createServer(socket => {
    socket.on('error', () => socket.destroy());
    socket.once('data', greeting => {
      const host = hostInGreeting(greeting);
      const target = JSON.parse(readFileSync(file, 'utf8'))[host ?? ''];
      if (!target) {
        socket.destroy();
        return;
      }
      const [targetAddress, targetPort] = target.split(':');
      const onward = connect(Number(targetPort), targetAddress);
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
      onward.write(greeting);
      socket.pipe(onward).pipe(socket);
    });
  }).listen(Number(port), address);
}
