/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

interface Call {
  path: string;
  headers: IncomingMessage['headers'];
  body: any;
}

/** What is called by hooks of kind http; the backend runs on the same machine. */
export class HttpListener {
  readonly calls: Call[] = [];
  /** Answers by path; by default an empty object. */
  readonly answers = new Map<string, (res: ServerResponse) => void>();
  private readonly server = createServer((req, res) => {
    let text = '';
    req.on('data', chunk => (text += chunk));
    req.on('end', () => {
      const path = req.url!;
      this.calls.push({ path, headers: req.headers, body: parsed(text) });
      const answer = this.answers.get(path);
      if (answer) {
        answer(res);
      } else {
        res.end('{}');
      }
    });
  });

  async start() {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  url(path: string) {
    const address = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}${path}`;
  }

  of(path: string) {
    return this.calls.filter(call => call.path === path);
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
