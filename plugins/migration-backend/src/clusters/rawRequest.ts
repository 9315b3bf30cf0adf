/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Agent, request, RequestOptions } from 'node:https';
import { IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from '@namespace-migration/plugin-migration-node';

const TIMEOUT_MS = 30_000;

export interface RawRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  contentType?: string;
  /** The answer is text, not JSON. */
  text?: boolean;
  /** Is told what the API server warns of, beside its answer. */
  onWarning?(message: string): void;
  /** Of the answer, only this header is wanted. */
  header?: 'date';
}

/** One call with the connection's credentials. @throws ClusterError, with the API server's own words */
export async function sendRequest(
  kubeConfig: KubeConfig,
  cluster: string,
  call: RawRequest,
): Promise<any> {
  const server = kubeConfig.getCurrentCluster()!.server.replace(/\/$/, '');
  const url = new URL(`${server}${call.path}`);
  const options: RequestOptions = {
    method: call.method,
    timeout: TIMEOUT_MS,
    headers: { accept: 'application/json' },
  };
  await kubeConfig.applyToHTTPSOptions(options as any);
  keepConnections(options.agent);
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  if (body !== undefined) {
    options.headers = {
      ...options.headers,
      'content-type': call.contentType ?? 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
  }
  const send = url.protocol === 'http:' ? plainRequest : request;
  const { status, text, headers } = await new Promise<{
    status: number;
    text: string;
    headers: IncomingHttpHeaders;
  }>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(
        new ClusterError(
          `Cluster ${cluster} (${server}) did not answer: ${error.message}`,
          0,
          error.code ?? 'ConnectionError',
          cluster,
        ),
      );
    const sent = send(url, options, answer => {
      warningsOf(answer.headers.warning).forEach(warning =>
        call.onWarning?.(warning),
      );
      const chunks: Buffer[] = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
          headers: answer.headers,
        }),
      );
      answer.on('error', fail);
    });
    sent.on('timeout', () =>
      sent.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)),
    );
    sent.on('error', fail);
    sent.end(body);
  });
  if (status >= 200 && status < 300) {
    if (call.header) {
      return headers[call.header];
    }
    return call.text ? text : JSON.parse(text);
  }
  throw errorOf(cluster, call, status, text);
}

/** The library's agent makes a connection for each request. Idle ones end after `TIMEOUT_MS`, before the API server ends them. */
function keepConnections(agent: RequestOptions['agent']): void {
  if (agent instanceof Agent) {
    (agent as Agent & { keepAlive: boolean }).keepAlive = true;
  }
}

function errorOf(
  cluster: string,
  call: RawRequest,
  status: number,
  text: string,
): ClusterError {
  let said: any = {};
  try {
    said = JSON.parse(text);
  } catch {
    said = { message: text.slice(0, 300) };
  }
  const path = call.path.replace(/\?.*/, '');
  return new ClusterError(
    `Cluster ${cluster} refused ${call.method} ${path} (${status} ${
      said.reason ?? ''
    }): ${said.message ?? ''}`,
    status,
    said.reason ?? String(status),
    cluster,
    said.details?.causes ?? [],
    said.message,
  );
}

/** Texts of a Warning header: `299 - "text"`, several with commas between. */
function warningsOf(header: string | string[] | undefined): string[] {
  return [...String(header ?? '').matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => text.replace(/\\(.)/g, '$1'),
  );
}
