/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Duplex } from 'node:stream';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from '@namespace-migration/plugin-migration-node';
import WebSocket from 'ws';

const HANDSHAKE_MS = 15_000;
const PING_MS = 20_000;
const DATA = 0;
const ERROR = 1;

export interface PortForwardTarget {
  namespace: string;
  pod: string;
  port: number;
}

/**
 * A byte stream to a port inside a pod, over the API server (`pods/portforward`, subprotocol v4.channel.k8s.io).
 * The client library's own PortForward writes without regard to how fast its reader is, which a volume's worth of
 * bytes would answer with memory; here the WebSocket is paused instead.
 * @throws ClusterError when the API server refuses or does not answer
 */
export async function portForward(
  kubeConfig: KubeConfig,
  cluster: string,
  target: PortForwardTarget,
  signal?: AbortSignal,
): Promise<Duplex> {
  const server = kubeConfig.getCurrentCluster()!.server.replace(/\/$/, '');
  const path = `/api/v1/namespaces/${encodeURIComponent(
    target.namespace,
  )}/pods/${encodeURIComponent(target.pod)}/portforward`;
  const options: any = {};
  await kubeConfig.applyToHTTPSOptions(options);
  const socket = new WebSocket(
    `${server.replace(/^http/, 'ws')}${path}?ports=${target.port}`,
    ['v4.channel.k8s.io'],
    { ...options, handshakeTimeout: HANDSHAKE_MS, perMessageDeflate: false },
  );
  // Before anything is awaited: the first messages may come together with the answer to the upgrade.
  const stream = streamOf(socket, target);
  const abort = () => socket.terminate();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (status: number, reason: string, message: string) =>
        reject(
          new ClusterError(
            `Cluster ${cluster}: no port-forward to pod ${target.namespace}/${target.pod}: ${message}`,
            status,
            reason,
            cluster,
          ),
        );
      socket.once('open', resolve);
      socket.once('unexpected-response', (request, answer) => {
        const status = answer.statusCode ?? 0;
        fail(
          status,
          String(status),
          `the API server answered ${status}; is create on pods/portforward allowed?`,
        );
        request.destroy();
      });
      socket.once('error', (error: NodeJS.ErrnoException) =>
        fail(0, error.code ?? 'ConnectionError', error.message),
      );
      if (signal?.aborted) {
        abort();
      }
    });
  } catch (error) {
    stream.destroy();
    signal?.removeEventListener('abort', abort);
    throw error;
  }
  socket.once('close', () => signal?.removeEventListener('abort', abort));
  return stream;
}

/** Each message: one byte for the channel, then bytes; the first of each channel is the port's number, two bytes. */
function streamOf(socket: WebSocket, target: PortForwardTarget): Duplex {
  const greeted = new Set<number>();
  let said = '';
  const stream = new Duplex({
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, written) => {
      const message = Buffer.allocUnsafe(chunk.length + 1);
      message.writeUInt8(DATA, 0);
      chunk.copy(message, 1);
      socket.send(message, error => written(error ?? null));
    },
    // The protocol has no half-closed connections: the end of one direction ends both.
    final: ended => {
      socket.close();
      ended();
    },
    destroy: (error, destroyed) => {
      clearInterval(ping);
      socket.terminate();
      destroyed(error);
    },
  });
  // Load balancers drop what is silent.
  const ping = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.ping();
    }
  }, PING_MS);
  ping.unref();
  // Whoever reads or writes is told; nobody may be listening yet.
  stream.on('error', () => undefined);
  socket.on('message', (raw: Buffer) => {
    const channel = raw[0];
    if (!greeted.has(channel)) {
      greeted.add(channel);
      return;
    }
    if (channel === DATA) {
      if (raw.length > 1 && !stream.push(raw.subarray(1))) {
        socket.pause();
      }
    } else if (channel === ERROR) {
      said += raw.subarray(1).toString('utf8');
    }
  });
  socket.on('error', error => stream.destroy(error));
  socket.on('close', () => {
    clearInterval(ping);
    if (said) {
      stream.destroy(
        new Error(
          `Port ${target.port} of pod ${target.namespace}/${target.pod}: ${said}`,
        ),
      );
    } else {
      stream.push(null);
    }
  });
  return stream;
}
