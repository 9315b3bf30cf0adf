/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { request } from 'node:https';
import { LocalCluster } from '@namespace-migration/local-clusters';
import { parse, stringify } from 'yaml';

/** Stands before a real API server and lies about its version and its clock, and about nothing else. */
export class ChangingProxy {
  gitVersion?: string;
  secondsAhead = 0;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async start(
    cluster: LocalCluster,
    port: number,
  ): Promise<ChangingProxy> {
    const { clusters, users } = parse(
      readFileSync(cluster.kubeconfigPath, 'utf8'),
    );
    const decoded = (text?: string) => text && Buffer.from(text, 'base64');
    const access = {
      ca: decoded(clusters[0].cluster['certificate-authority-data']),
      cert: decoded(users[0].user['client-certificate-data']),
      key: decoded(users[0].user['client-key-data']),
    };
    const proxy: ChangingProxy = new ChangingProxy(
      createServer((incoming, answer) => {
        const target = new URL(incoming.url!, cluster.server);
        const outgoing = request(
          target,
          { ...access, method: incoming.method, headers: incoming.headers },
          response => {
            const { gitVersion, secondsAhead } = proxy;
            const time = Date.parse(response.headers.date!);
            answer.writeHead(response.statusCode!, {
              'content-type': response.headers['content-type'],
              date: new Date(time + secondsAhead * 1000).toUTCString(),
            });
            if (gitVersion && target.pathname === '/version') {
              response.resume();
              const [major, minor] = gitVersion.slice(1).split('.');
              answer.end(JSON.stringify({ gitVersion, major, minor }));
            } else {
              response.pipe(answer);
            }
          },
        );
        outgoing.on('error', () => answer.destroy());
        incoming.pipe(outgoing);
      }),
      port,
    );
    await new Promise<void>((resolve, reject) => {
      proxy.server.once('error', reject);
      proxy.server.listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** Without credentials: the proxy brings its own. */
  get kubeconfig(): string {
    return stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'c',
          cluster: {
            server: `http://127.0.0.1:${this.port}`,
            'insecure-skip-tls-verify': true,
          },
        },
      ],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'c',
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
