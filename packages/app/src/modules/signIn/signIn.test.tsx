/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { render, screen } from '@testing-library/react';
import { createApp } from '@backstage/frontend-defaults';
import { signInModule } from './index';

const encoded = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');
const token = [
  encoded({ alg: 'ES256' }),
  encoded({
    sub: 'user:default/guest',
    ent: ['user:default/guest'],
    exp: Math.floor(Date.now() / 1000) + 3600,
  }),
  'signature',
].join('.');

describe('signInModule', () => {
  it('lets a visitor in as guest with no click', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            backend: { baseUrl: 'http://localhost:3000' },
          },
          context: 'test',
        },
      ] as any,
    };
    const asked: string[] = [];
    global.fetch = jest.fn(async (input: RequestInfo | URL) => {
      const url = String(input instanceof Request ? input.url : input);
      asked.push(url);
      const answer = url.endsWith('/api/auth/guest/refresh')
        ? {
            profile: {},
            backstageIdentity: {
              token,
              identity: {
                type: 'user',
                userEntityRef: 'user:default/guest',
                ownershipEntityRefs: ['user:default/guest'],
              },
            },
          }
        : {};
      return new Response(JSON.stringify(answer), {
        headers: { 'content-type': 'application/json' },
      });
    });

    render(createApp({ features: [signInModule] }).createRoot());

    // what only those see who are signed in: here, that there is no page at the root
    await screen.findByText(
      'PAGE NOT FOUND',
      { exact: false },
      { timeout: 20_000 },
    );
    expect(asked[0]).toBe('http://localhost:3000/api/auth/guest/refresh');
  }, 30_000);
});
