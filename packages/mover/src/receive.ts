/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkServerIdentity, createServer, Server, TLSSocket } from 'node:tls';
import {
  MoverHello,
  MoverVolume,
  ReceiveConfig,
} from '@namespace-migration/plugin-migration-common';
import { Fencing } from './fencing';
import { readFirstLine } from './lines';
import { manifestOf } from './manifest';
import { MoverError, Output } from './output';
import { MoverKeys } from './readConfig';
import { serverArguments } from './rsyncArguments';

const HELLO_TIMEOUT_MS = 30_000;

/** The receiving side: serves connections of the migration's own sender until the signal aborts. */
export async function receive(
  config: ReceiveConfig,
  keys: MoverKeys,
  output: Output,
  signal: AbortSignal,
): Promise<Server> {
  const fencing = new Fencing(config.stateDir, config.fencingToken);
  /** The rsync that writes to a volume; never two. */
  const writers = new Map<string, ChildProcess>();
  const server = createServer(
    {
      ...keys,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: true,
      handshakeTimeout: 30_000,
    },
    socket => {
      socket.on('error', error =>
        output.log('warning', `Connection broke: ${error.message}`),
      );
      serve(socket).catch(error => {
        const reason =
          error instanceof MoverError ? error.reason : 'HelloRefused';
        output.log('warning', `Refused a connection: ${error.message}`);
        socket.end(
          `${JSON.stringify({ ok: false, reason, message: error.message })}\n`,
        );
      });
    },
  );
  server.on('tlsClientError', error =>
    output.log('info', `A client without our keys was refused: ${error.message}`),
  );

  async function serve(socket: TLSSocket): Promise<void> {
    const stranger = checkServerIdentity(
      config.peerName,
      socket.getPeerCertificate(),
    );
    if (stranger) {
      throw new MoverError('CertificateRejected', stranger.message);
    }
    socket.setKeepAlive(true, 10_000);
    const hello: MoverHello = JSON.parse(
      await readFirstLine(socket, { timeoutMs: HELLO_TIMEOUT_MS }),
    );
    if (hello.migrationId !== config.migrationId) {
      throw new MoverError('HelloRefused', 'not a sender of this migration');
    }
    fencing.admit(hello.fencingToken);
    switch (hello.op) {
      case 'probe':
        socket.end(`${JSON.stringify({ ok: true })}\n`);
        return;
      case 'manifest':
        await sendManifest(socket, volumeOf(hello.volume), hello);
        return;
      case 'rsync':
        await runPass(socket, volumeOf(hello.volume), hello.args);
        return;
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

  async function runPass(
    socket: TLSSocket,
    volume: MoverVolume,
    args: string[],
  ): Promise<void> {
    let command: string[];
    try {
      command = serverArguments(args, volume.path);
    } catch (error) {
      throw new MoverError('HelloRefused', (error as Error).message);
    }
    // A second connection for a volume means that the first one's sender is gone: its writer must be too.
    const previous = writers.get(volume.name);
    if (previous) {
      previous.kill('SIGKILL');
      if (previous.exitCode === null && previous.signalCode === null) {
        await once(previous, 'exit');
      }
    }
    const child = spawn('rsync', command, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      signal,
    });
    writers.set(volume.name, child);
    child.on('error', error => {
      output.log('error', `rsync for volume ${volume.name}: ${error.message}`);
      socket.destroy();
    });
    child.stdin!.on('error', () => undefined);
    child.stderr!.on('data', chunk =>
      output.log('warning', `rsync: ${chunk.toString('utf8').trim()}`),
    );
    socket.write(`${JSON.stringify({ ok: true })}\n`);
    socket.pipe(child.stdin!);
    child.stdout!.pipe(socket, { end: false });
    socket.once('close', () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
      }
    });
    child.once('close', code => {
      if (writers.get(volume.name) === child) {
        writers.delete(volume.name);
      }
      if (code === 0) {
        socket.end();
      } else {
        // The sender learns of the failure from rsync itself or from the broken connection.
        socket.end(() => socket.destroy());
      }
    });
  }

  async function sendManifest(
    socket: TLSSocket,
    volume: MoverVolume,
    options: { mode: 'full' | 'metadata'; parallelism: number },
  ): Promise<void> {
    socket.write(`${JSON.stringify({ ok: true })}\n`);
    let sent = 0;
    try {
      // What is compared must survive a power cut, so it is on disk before it is read.
      await flush(volume.path);
      for await (const entry of manifestOf(volume.path, options)) {
        if (socket.destroyed) {
          return;
        }
        sent += 1;
        if (!socket.write(`${JSON.stringify(entry)}\n`)) {
          await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
        }
      }
      socket.end(`${JSON.stringify({ end: sent })}\n`);
    } catch (error) {
      socket.end(`${JSON.stringify({ failed: String(error) })}\n`);
    }
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
    for (const child of writers.values()) {
      child.kill('SIGTERM');
    }
  });
  return server;
}

async function flush(path: string): Promise<void> {
  const child = spawn('sync', ['-f', path], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(`sync -f ended with ${code}`);
  }
}
