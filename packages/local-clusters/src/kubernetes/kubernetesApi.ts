/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Agent, request } from 'node:https';

/** The few calls that setting a cluster up needs; the product has its own client. */
export class KubernetesApi {
  private readonly agent: Agent;

  constructor(
    private readonly server: string,
    keys: { ca: Buffer; cert: Buffer; key: Buffer },
  ) {
    this.agent = new Agent({ ...keys, keepAlive: true });
  }

  /** The answer's body; undefined at 404. @throws with the server's message at other failures */
  async call(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<any> {
    const { status, text } = await new Promise<{
      status: number;
      text: string;
    }>((resolve, reject) => {
      const call = request(
        `${this.server}${path}`,
        {
          method,
          agent: this.agent,
          timeout: 15_000,
          headers: body === undefined ? {} : { 'content-type': contentType },
        },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', chunk => chunks.push(chunk));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode!,
              text: Buffer.concat(chunks).toString(),
            }),
          );
          answer.on('error', reject);
        },
      );
      call.on('timeout', () => call.destroy(new Error('no answer in 15 s')));
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
    if (status === 404) {
      return undefined;
    }
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`);
    }
    return text.startsWith('{') ? JSON.parse(text) : text;
  }

  async apply(
    path: string,
    object: { metadata: { name: string } },
  ): Promise<void> {
    await this.call(
      'PATCH',
      `${path}/${object.metadata.name}?fieldManager=local-clusters&force=true`,
      object,
      'application/apply-patch+yaml',
    );
  }

  async isReady(): Promise<boolean> {
    return (await this.call('GET', '/readyz')) === 'ok';
  }

  /** With `since`, only what the kubelet has reported from then on counts: an older Ready outlives its kubelet. */
  async isNodeReady(node: string, since?: Date): Promise<boolean> {
    return isReadySince(
      await this.call('GET', `/api/v1/nodes/${node}`),
      since ?? new Date(0),
    );
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The API server keeps whole seconds. */
export function isReadySince(node: any, since: Date): boolean {
  return Boolean(
    node?.status?.conditions?.some(
      (condition: any) =>
        condition.type === 'Ready' &&
        condition.status === 'True' &&
        Date.parse(condition.lastHeartbeatTime) >=
          Math.floor(since.getTime() / 1000) * 1000,
    ),
  );
}
