/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { callHttp } from './callHttp';

describe('callHttp', () => {
  let server: Server;
  const seen: Array<{ method?: string; path?: string; body: string }> = [];
  let answer: RequestListener;

  beforeAll(async () => {
    server = createServer((req, res) => {
      let body = '';
      req.on('data', chunk => (body += chunk));
      req.on('end', () => {
        seen.push({ method: req.method, path: req.url, body });
        answer(req, res);
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  beforeEach(() => seen.splice(0));

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const call = (
    part: Partial<HookInput['http']> = {},
    signal = new AbortController().signal,
  ) => {
    const { port } = server.address() as AddressInfo;
    return callHttp(
      {
        owner: { migrationId: 'm1', planId: 'p1', fencingToken: 1 },
        plan: 'shop',
        phase: 'PreBackup',
        position: 0,
        cluster: {} as any,
        namespace: 'shop',
        environment: { PHASE: 'PreBackup' },
        outputs: { colour: 'dark "blue"' },
        hook: {
          name: 'h',
          kind: 'http',
          http: { url: `http://127.0.0.1:${port}/hook?key=k`, ...part },
        },
      },
      signal,
    );
  };

  it('tells what runs, and takes what is answered', async () => {
    answer = (_req, res) => res.end('{"ticket": 7}');
    expect(await call()).toMatchObject({
      state: 'succeeded',
      status: 200,
      outputs: { ticket: '7' },
      log: expect.stringMatching(/^POST http:\/\/127.0.0.1:\d+\/hook: status/),
    });
    expect(JSON.parse(seen[0].body)).toEqual({
      migration: 'm1',
      plan: 'shop',
      hook: 'h',
      phase: 'PreBackup',
      environment: { PHASE: 'PreBackup' },
      outputs: { colour: 'dark "blue"' },
    });
  });

  it('fills a body, whose JSON stays JSON', async () => {
    answer = (_req, res) => res.end();
    await call({ body: '{"c": "${HOOK_OUTPUT_COLOUR}", "n": "${NONE}"}' });
    expect(JSON.parse(seen[0].body)).toEqual({
      c: 'dark "blue"',
      n: '${NONE}',
    });
    await call({ body: 'c ${HOOK_OUTPUT_COLOUR} ${PHASE}' });
    expect(seen[1].body).toBe('c dark "blue" PreBackup');
  });

  it.each([
    [500, undefined, 'failed'],
    [404, undefined, 'failed'],
    [200, 204, 'failed'],
    [404, 404, 'succeeded'],
    [204, undefined, 'succeeded'],
  ])(
    'takes status %s, expected %s, for %s',
    async (status, expectedStatus, state) => {
      answer = (_req, res) => {
        res.statusCode = status;
        res.end();
      };
      expect(await call({ expectedStatus })).toMatchObject({ state, status });
    },
  );

  it('follows redirects on the same host, and on no other', async () => {
    answer = (req, res) => {
      if (req.url === '/there') {
        res.end('{"at": "there"}');
      } else {
        res.writeHead(307, { location: '/there' }).end();
      }
    };
    expect(await call()).toMatchObject({ outputs: { at: 'there' } });
    expect(seen.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/hook?key=k'],
      ['POST', '/there'],
    ]);
    answer = (_req, res) =>
      res.writeHead(302, { location: 'http://localhost:1/x' }).end();
    const outcome = await call();
    expect(outcome.state).toBe('failed');
    expect(outcome.status).toBeUndefined();
    expect(outcome.message).toMatch(
      /redirects to another host \(localhost:1\)/,
    );
  });

  it('ends at its deadline, and says so', async () => {
    answer = () => undefined;
    expect(await call({}, AbortSignal.timeout(50))).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/did not answer: its deadline is over$/),
    });
  });

  it('says why nobody answers, without the query', async () => {
    const outcome = await call({ url: 'http://127.0.0.1:1/x?key=k' });
    expect(outcome).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/ECONNREFUSED|bad port/),
    });
    expect(JSON.stringify(outcome)).not.toContain('key=k');
  });
});
