/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomUUID } from 'node:crypto';
import { connect as connectTcp, Socket } from 'node:net';
import {
  checkServerIdentity,
  connect as connectTls,
  TLSSocket,
} from 'node:tls';
import {
  MoverEndpoint,
  MoverHello,
  MoverWelcome,
} from '@namespace-migration/plugin-migration-common';
import { readFirstLine } from './lines';
import { MoverError } from './output';
import { MoverKeys } from './readConfig';

const CONNECT_TIMEOUT_MS = 15_000;
const WELCOME_TIMEOUT_MS = 30_000;

/** Reasons that another try cannot mend. */
const permanent = new Set([
  'StaleFencingToken',
  'SupersededSender',
  'UnknownVolume',
  'CertificateRejected',
  'HelloRefused',
  'NoSpaceOnDestination',
  'SourceNotMounted',
  'PassFailed',
]);

export function isPermanent(error: unknown): boolean {
  return error instanceof MoverError && permanent.has(error.reason);
}

/** What every greeting of this process carries; `connect` has the sender's name from its parent. */
export function greetingOf(config: {
  migrationId: string;
  fencingToken: number;
}): Pick<MoverHello, 'migrationId' | 'fencingToken' | 'sender'> {
  process.env.MOVER_SENDER ??= randomUUID();
  return {
    migrationId: config.migrationId,
    fencingToken: config.fencingToken,
    sender: process.env.MOVER_SENDER,
  };
}

export interface DialOptions {
  endpoint: MoverEndpoint;
  peerName: string;
  keys: MoverKeys;
  hello: MoverHello;
}

/**
 * A connection to the receiver that both sides have proven with the migration's own keys and that the receiver
 * has welcomed. TLS 1.3 only.
 * @throws MoverError EndpointUnreachable, CertificateRejected, or the receiver's own reason
 */
export async function dial(options: DialOptions): Promise<TLSSocket> {
  const tcp = await dialTcp(options.endpoint);
  const socket = await secure(tcp, options);
  // Errors after this are seen by who reads or writes; without a listener they would end the process.
  socket.on('error', () => undefined);
  socket.setNoDelay(true);
  // A network that is cut silently must end in an error, not in a wait.
  socket.setKeepAlive(true, 10_000);
  socket.write(`${JSON.stringify(options.hello)}\n`);
  let welcome: MoverWelcome;
  try {
    welcome = JSON.parse(
      await readFirstLine(socket, { timeoutMs: WELCOME_TIMEOUT_MS }),
    );
  } catch (error) {
    socket.destroy();
    // In TLS 1.3 a server judges the client's certificate only after the client is done.
    throw new MoverError(
      isAlert(error) ? 'CertificateRejected' : 'EndpointUnreachable',
      `The receiver did not answer the greeting: ${(error as Error).message}`,
    );
  }
  if (!welcome.ok) {
    socket.destroy();
    throw new MoverError(welcome.reason, welcome.message);
  }
  return socket;
}

function isAlert(error: unknown): boolean {
  return /^ERR_SSL_/.test((error as NodeJS.ErrnoException).code ?? '');
}

function addressOf(endpoint: MoverEndpoint): { host: string; port: number } {
  return endpoint.kind === 'direct'
    ? endpoint
    : { host: '127.0.0.1', port: endpoint.listenPort };
}

function dialTcp(endpoint: MoverEndpoint): Promise<Socket> {
  const address = addressOf(endpoint);
  return new Promise((resolve, reject) => {
    const socket = connectTcp(address);
    const timer = setTimeout(
      () => socket.destroy(new Error(`no answer in ${CONNECT_TIMEOUT_MS} ms`)),
      CONNECT_TIMEOUT_MS,
    );
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', error => {
      clearTimeout(timer);
      reject(
        new MoverError(
          'EndpointUnreachable',
          `${address.host}:${address.port} cannot be reached: ${error.message}`,
        ),
      );
    });
  });
}

function secure(tcp: Socket, options: DialOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      socket: tcp,
      ...options.keys,
      servername:
        (options.endpoint.kind === 'direct' && options.endpoint.serverName) ||
        options.peerName,
      // Whatever name the connection was routed by, this is who must answer.
      checkServerIdentity: (_name, certificate) =>
        checkServerIdentity(options.peerName, certificate),
      minVersion: 'TLSv1.3',
      rejectUnauthorized: true,
    });
    socket.setTimeout(CONNECT_TIMEOUT_MS, () =>
      socket.destroy(new Error(`no TLS answer in ${CONNECT_TIMEOUT_MS} ms`)),
    );
    socket.once('secureConnect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const unreachable = [
        'ECONNRESET',
        'EPIPE',
        'ETIMEDOUT',
        'EHOSTUNREACH',
      ].includes(error.code ?? '');
      reject(
        new MoverError(
          unreachable || !error.code
            ? 'EndpointUnreachable'
            : 'CertificateRejected',
          `TLS with ${options.peerName} failed: ${error.message}`,
        ),
      );
    });
  });
}
