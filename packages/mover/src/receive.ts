/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { checkServerIdentity, createServer, Server, TLSSocket } from 'node:tls';
import {
  MoverVolume,
  parseMoverHello,
  ReceiveConfig,
} from '@namespace-migration/plugin-migration-common';
import { serveBlocks } from './blocks/serveBlocks';
import { Fencing } from './fencing';
import { readFirstLine } from './lines';
import { serveLinks } from './links';
import { MoverError, Output } from './output';
import { keepsChangeTimes } from './proven/identity';
import { keepProven, recalledBy, tellProven } from './proven/keepProven';
import { MoverKeys } from './readConfig';
import { serverArguments } from './rsyncArguments';
import { serveManifest } from './serveManifest';
import { serveRsync } from './serveRsync';
import { VolumeWriters } from './volumeWriters';

const HELLO_TIMEOUT_MS = 30_000;
/** Without a byte in either direction for so long, the sender is gone: every operation says something more often. */
const SILENCE_LIMIT_MS = 600_000;
/** Nobody but a pass writes here, and it has ended before: only the clock's own steps count. */
const WRITTEN_BY_US_MS = 1_000;

/** The receiving side: serves connections of the migration's own sender until the signal aborts. */
export async function receive(
  config: ReceiveConfig,
  keys: MoverKeys,
  output: Output,
  signal: AbortSignal,
): Promise<Server> {
  const writers = new VolumeWriters(
    new Fencing(config.stateDir, config.fencingToken),
  );
  const sockets = new Set<TLSSocket>();
  const server = createServer(
    {
      ...keys,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: true,
      handshakeTimeout: 30_000,
    },
    socket => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', error =>
        output.log('warning', `Connection broke: ${error.message}`),
      );
      serve(socket).catch(error => refuse(socket, error));
    },
  );
  server.on('tlsClientError', error =>
    output.log(
      'info',
      `A client without our keys was refused: ${error.message}`,
    ),
  );

  function refuse(socket: TLSSocket, error: Error): void {
    output.log('warning', `Refused a connection: ${error.message}`);
    const reason =
      error instanceof MoverError ? error.reason : 'ReceiverFailed';
    socket.end(
      `${JSON.stringify({ ok: false, reason, message: error.message })}\n`,
    );
    socket.setTimeout(10_000, () => socket.destroy());
    socket.resume();
  }

  async function serve(socket: TLSSocket): Promise<void> {
    const stranger = checkServerIdentity(
      config.peerName,
      socket.getPeerCertificate(),
    );
    if (stranger) {
      throw new MoverError('CertificateRejected', stranger.message);
    }
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 10_000);
    socket.setTimeout(SILENCE_LIMIT_MS, () =>
      socket.destroy(new Error('nothing was said for too long')),
    );
    const hello = parseMoverHello(
      await readFirstLine(socket, { timeoutMs: HELLO_TIMEOUT_MS }),
    );
    if (!hello) {
      throw new MoverError('HelloRefused', 'not a greeting of this protocol');
    }
    if (hello.migrationId !== config.migrationId) {
      throw new MoverError('HelloRefused', 'not a sender of this migration');
    }
    await writers.admit(hello.fencingToken);
    switch (hello.op) {
      case 'probe':
        socket.end(`${JSON.stringify({ ok: true })}\n`);
        return;
      case 'manifest': {
        const { path } = volumeOf(hello.volume);
        socket.write(`${JSON.stringify({ ok: true })}\n`);
        await serveManifest(socket, path, {
          ...hello,
          recalled: hello.recall
            ? recalledBy(config.stateDir, hello.volume)
            : undefined,
          identify:
            hello.identify && (await keepsChangeTimes(path))
              ? { restMs: WRITTEN_BY_US_MS }
              : undefined,
        });
        return;
      }
      case 'remember':
      case 'recall': {
        volumeOf(hello.volume);
        socket.write(`${JSON.stringify({ ok: true })}\n`);
        const work = hello.op === 'recall' ? tellProven : keepProven;
        await work(socket, config.stateDir, hello.volume);
        return;
      }
      case 'blocks': {
        const { path } = volumeOf(hello.volume);
        const serveHere = (stop: AbortSignal) =>
          serveBlocks({ ...hello, socket, path, signal: stop });
        // a comparison only reads, and may go on beside another
        await (hello.write
          ? writers.only(hello.volume, hello, serveHere)
          : serveHere(signal));
        return;
      }
      case 'links': {
        const { path } = volumeOf(hello.volume);
        await writers.only(hello.volume, hello, stop =>
          serveLinks(socket, path, stop),
        );
        return;
      }
      case 'rsync': {
        const { path } = volumeOf(hello.volume);
        const args = serverArguments(hello.args, path);
        await writers.only(hello.volume, hello, stop =>
          serveRsync({
            socket,
            args,
            volume: hello.volume,
            output,
            signal: stop,
          }),
        );
        return;
      }
      default:
        throw new MoverError('HelloRefused', 'unknown operation');
    }
  }

  function volumeOf(name: string): MoverVolume {
    const volume = config.volumes.find(candidate => candidate.name === name);
    if (!volume) {
      throw new MoverError(
        'UnknownVolume',
        `This receiver has no volume ${name}; it has ${config.volumes
          .map(({ name: known }) => known)
          .join(', ')}`,
      );
    }
    return volume;
  }

  server.listen(config.port);
  await once(server, 'listening');
  const address = server.address();
  output.send({
    type: 'listening',
    port: typeof address === 'object' && address ? address.port : config.port,
  });
  signal.addEventListener('abort', () => {
    server.close();
    for (const socket of sockets) {
      socket.destroy();
    }
    writers
      .endAll()
      .catch(error => output.log('error', (error as Error).message));
  });
  return server;
}
