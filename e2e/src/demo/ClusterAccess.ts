/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Agent, request } from 'node:https';
import { Readable, Writable } from 'node:stream';
import {
  Exec,
  type KubeConfig,
  type KubernetesObject,
  type V1Status,
} from '@kubernetes/client-node';

export interface ServedType {
  apiVersion: string;
  kind: string;
  /** For example /apis/apps/v1 */
  prefix: string;
  plural: string;
  namespaced: boolean;
  verbs: string[];
  /** Whether objects of this kind are to be listed in this version; others show the same objects again. */
  preferred: boolean;
}

/** The demo's own way to a cluster. It shares nothing with the product's, which it checks. */
export class ClusterAccess {
  private agent?: Agent;
  private headers: Record<string, string> = {};
  private served?: ServedType[];

  constructor(readonly name: string, readonly kubeConfig: KubeConfig) {}

  get server(): string {
    return this.kubeConfig.getCurrentCluster()!.server;
  }

  /** The answer's body; undefined at 404. @throws with the server's message at other failures */
  async call(
    method: string,
    path: string,
    body?: unknown,
    timeoutMs = 30_000,
  ): Promise<any> {
    const { status, text } = await this.raw(method, path, body, timeoutMs);
    if (status === 404) {
      return undefined;
    }
    if (status >= 300) {
      throw new ClusterAnswer(
        `${this.name}: ${method} ${path}: ${status} ${messageOf(text)}`,
        status,
      );
    }
    return text.startsWith('{') ? JSON.parse(text) : text;
  }

  /** Kinds change when a definition is created: `again` asks once more. */
  async types(again = false): Promise<ServedType[]> {
    if (this.served && !again) {
      return this.served;
    }
    const groups = (await this.call('GET', '/apis')).groups as any[];
    const versions = [
      { prefix: '/api/v1', apiVersion: 'v1', preferred: true },
      ...groups.flatMap(group =>
        group.versions.map((version: any) => ({
          prefix: `/apis/${version.groupVersion}`,
          apiVersion: version.groupVersion,
          preferred:
            version.groupVersion === group.preferredVersion.groupVersion,
        })),
      ),
    ];
    const lists = await Promise.all(
      versions.map(async version => {
        const list = await this.call('GET', version.prefix);
        return ((list?.resources ?? []) as any[])
          .filter(resource => !resource.name.includes('/'))
          .map(resource => ({
            ...version,
            kind: resource.kind as string,
            plural: resource.name as string,
            namespaced: resource.namespaced as boolean,
            verbs: resource.verbs as string[],
          }));
      }),
    );
    this.served = lists.flat().map((type, _index, all) => ({
      ...type,
      // not every kind has the version that its group prefers (CronJob in 1.20)
      preferred:
        type ===
        (all.find(other => isSameKind(type, other) && other.preferred) ??
          all.find(other => isSameKind(type, other))),
    }));
    return this.served;
  }

  async pathOf(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): Promise<string> {
    const find = (types: ServedType[]) =>
      types.find(type => type.apiVersion === apiVersion && type.kind === kind);
    const type = find(await this.types()) ?? find(await this.types(true));
    if (!type) {
      throw new Error(`${this.name} does not serve ${apiVersion} ${kind}`);
    }
    return type.namespaced
      ? `${type.prefix}/namespaces/${namespace}/${type.plural}`
      : `${type.prefix}/${type.plural}`;
  }

  async get(object: KubernetesObject): Promise<any> {
    const { name, namespace } = object.metadata!;
    const path = await this.pathOf(object.apiVersion!, object.kind!, namespace);
    return this.call('GET', `${path}/${name}`);
  }

  async createIfAbsent(
    object: KubernetesObject,
  ): Promise<'created' | 'present'> {
    const path = await this.pathOf(
      object.apiVersion!,
      object.kind!,
      object.metadata!.namespace,
    );
    try {
      await this.call('POST', path, object);
      return 'created';
    } catch (error) {
      if (error instanceof ClusterAnswer && error.status === 409) {
        return 'present';
      }
      throw error;
    }
  }

  /**
   * Runs a command in a container and gives what it wrote. The input has no end: it must tell the command to stop.
   * @throws with what it complained of when it fails
   */
  async exec(
    target: { namespace: string; pod: string; container: string },
    command: string[],
    options: { input?: string; seconds?: number } = {},
  ): Promise<string> {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const into = (chunks: Buffer[]) =>
      new Writable({
        write(chunk, _encoding, done) {
          chunks.push(chunk);
          done();
        },
      });
    const status = await new Promise<V1Status>((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(`'${command[0]}' has not ended in ${target.pod} in time`),
          ),
        (options.seconds ?? 60) * 1000,
      );
      const done = (result: V1Status | Error) => {
        clearTimeout(timer);
        if (result instanceof Error) {
          reject(result);
        } else {
          resolve(result);
        }
      };
      new Exec(this.kubeConfig)
        .exec(
          target.namespace,
          target.pod,
          target.container,
          command,
          into(out),
          into(err),
          options.input === undefined ? null : unending(options.input),
          false,
          done,
        )
        .then(
          socket =>
            socket.on('close', () =>
              // the status comes before, or it will not come at all
              setTimeout(
                () => done(new Error(`${this.name} ended the connection`)),
                1000,
              ),
            ),
          done,
        );
    });
    if (status.status !== 'Success') {
      throw new Error(
        `'${command[0]}' failed in ${target.namespace}/${target.pod} on ${
          this.name
        }: ${Buffer.concat(err).toString().trim() || status.message}`,
      );
    }
    return Buffer.concat(out).toString();
  }

  /** Status and body as they came. */
  async raw(
    method: string,
    path: string,
    body: unknown,
    timeoutMs: number,
  ): Promise<{ status: number; text: string }> {
    const agent = this.agent ?? (await this.connect());
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.server.replace(/\/$/, '')}${path}`,
        {
          method,
          agent,
          headers: {
            ...this.headers,
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
        },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', chunk => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode!,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      const timer = setTimeout(
        () =>
          call.destroy(
            new Error(
              `${this.name} (${this.server}) has not answered in ${timeoutMs} ms`,
            ),
          ),
        timeoutMs,
      );
      call.on('close', () => clearTimeout(timer));
      call.on('error', error =>
        reject(new Error(`${this.name} (${this.server}): ${error.message}`)),
      );
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.agent?.destroy();
  }

  private async connect(): Promise<Agent> {
    const options: Record<string, any> = {};
    await this.kubeConfig.applyToHTTPSOptions(options);
    const { ca, cert, key, rejectUnauthorized, auth } = options;
    this.headers = {
      ...options.headers,
      ...(auth && {
        authorization: `Basic ${Buffer.from(auth).toString('base64')}`,
      }),
    };
    this.agent = new Agent({
      ca,
      cert,
      key,
      rejectUnauthorized,
      keepAlive: true,
    });
    return this.agent;
  }
}

/** A stream that stays open after its text: before Kubernetes 1.30 an ended one would close the whole connection. */
function unending(text: string): Readable {
  const stream = new Readable({ read: () => {} });
  stream.push(text);
  return stream;
}

function isSameKind(one: ServedType, other: ServedType): boolean {
  const groupOf = ({ apiVersion }: ServedType) =>
    apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return one.kind === other.kind && groupOf(one) === groupOf(other);
}

/** The API server refused. */
export class ClusterAnswer extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }
}

function messageOf(text: string): string {
  try {
    return JSON.parse(text).message ?? text.slice(0, 300);
  } catch {
    return text.slice(0, 300);
  }
}
