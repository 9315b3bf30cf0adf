/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';

const TIMEOUT_MS = 30_000;
/** OCI's limit for manifests is 4 MiB. */
const LARGEST_BODY = 16 * 1024 * 1024;

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request and its whole answer. @throws when there is none, or no encryption */
export function exchange(
  agent: Agent,
  method: string,
  url: URL,
  headers: Record<string, string | undefined>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (url.protocol !== 'https:') {
      reject(new Error(`it names ${url.origin}, which is not encrypted`));
      return;
    }
    const sent = request(
      url,
      {
        method,
        agent,
        timeout: TIMEOUT_MS,
        headers: Object.fromEntries(
          Object.entries(headers).filter(([, value]) => value !== undefined),
        ) as Record<string, string>,
      },
      response => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST_BODY) {
            sent.destroy(
              new Error(`it answers with more than ${LARGEST_BODY} bytes`),
            );
          }
          chunks.push(chunk);
        });
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.once('timeout', () =>
      sent.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)),
    );
    sent.once('error', reject);
    sent.end();
  });
}
