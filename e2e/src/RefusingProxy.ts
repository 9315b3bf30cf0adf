/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer, request, Server } from 'node:http';

/** Stands before an HTTP service and hands everything on, refuses everything with 503, or cuts every connection. */
export class RefusingProxy {
  refusing = false;
  refused = 0;
  private cut = false;
  private readonly server: Server;

  private constructor(target: string) {
    const { hostname, port } = new URL(target);
    this.server = createServer((incoming, answer) => {
      if (this.cut) {
        this.refused += 1;
        incoming.destroy();
        return;
      }
      if (this.refusing) {
        this.refused += 1;
        incoming.resume();
        answer.writeHead(503, { 'content-type': 'application/xml' });
        answer.end(
          '<?xml version="1.0"?><Error><Code>ServiceUnavailable</Code><Message>Please reduce your request rate.</Message></Error>',
        );
        return;
      }
      // with the caller's Host: signatures are over it
      const outgoing = request({
        hostname,
        port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      });
      outgoing.on('response', response => {
        answer.writeHead(response.statusCode!, response.rawHeaders);
        response.pipe(answer);
      });
      outgoing.on('error', () => answer.destroy());
      incoming.on('error', () => outgoing.destroy());
      incoming.pipe(outgoing);
    });
  }

  /** As a broken network: what is open ends, and nothing new is answered. */
  setCut(cut: boolean): void {
    this.cut = cut;
    if (cut) {
      this.server.closeAllConnections();
    }
  }

  static async start(
    target: string,
    address: string,
    port: number,
  ): Promise<RefusingProxy> {
    const proxy = new RefusingProxy(target);
    await new Promise<void>((resolve, reject) => {
      proxy.server.once('error', reject);
      proxy.server.listen(port, address, resolve);
    });
    return proxy;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
