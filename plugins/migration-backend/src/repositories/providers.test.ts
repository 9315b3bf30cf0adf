/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RepositoryLocation } from '@namespace-migration/plugin-migration-common';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { providerOf } from './providers';
import { testStorage } from './testStorage';

jest.setTimeout(60_000);

interface Recorded {
  method: string;
  url: string;
  authorization?: string;
  body: string;
}

interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** Records every request, and keeps objects as far as the portal's test and removal need. */
class RecordingStorage {
  readonly requests: Recorded[] = [];
  readonly objects = new Map<string, string>();
  private readonly server: Server;
  url = '';

  constructor(
    private readonly answer: (
      request: Recorded,
      objects: Map<string, string>,
    ) => Answer,
  ) {
    this.server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) {
        chunks.push(chunk);
      }
      const request = {
        method: incoming.method!,
        url: incoming.url!,
        authorization: incoming.headers.authorization,
        body: Buffer.concat(chunks).toString('latin1'),
      };
      this.requests.push(request);
      const { status, body = '', headers } = this.answer(request, this.objects);
      outgoing.writeHead(status, {
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      });
      outgoing.end(incoming.method === 'HEAD' ? undefined : body);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
    this.url = `http://127.0.0.1:${
      (this.server.address() as AddressInfo).port
    }`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

describe('Azure Blob Storage', () => {
  const storage = new RecordingStorage(
    ({ method, url, body }, objects): Answer => {
      const { pathname, searchParams } = new URL(url, 'http://x');
      if (searchParams.get('comp') === 'list') {
        const prefix = searchParams.get('prefix')!;
        return {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: `<?xml version="1.0"?><EnumerationResults ServiceEndpoint="http://x" ContainerName="moves"><Blobs>${[
            ...objects.keys(),
          ]
            .map(key => key.replace('/moves/', ''))
            .filter(key => key.startsWith(prefix))
            .map(
              key =>
                `<Blob><Name>${key}</Name><Properties></Properties></Blob>`,
            )
            .join('')}</Blobs><NextMarker /></EnumerationResults>`,
        };
      }
      if (method === 'PUT') {
        objects.set(pathname, body);
        return { status: 201 };
      }
      const found = objects.get(pathname);
      if (found === undefined) {
        return { status: 404, headers: { 'x-ms-error-code': 'BlobNotFound' } };
      }
      if (method === 'DELETE') {
        objects.delete(pathname);
        return { status: 202 };
      }
      return { status: 200, body: found, headers: { etag: '"1"' } };
    },
  );
  let location: RepositoryLocation;

  beforeAll(async () => {
    await storage.start();
    location = {
      provider: 'azure',
      account: 'shop',
      container: 'moves',
      accountKey: Buffer.from('SECRET').toString('base64'),
      endpoint: storage.url,
    };
  });
  afterAll(() => storage.close());

  it('is written, read back and deleted with signed requests', async () => {
    expect(await testStorage('blobs', location)).toMatchObject({
      connected: true,
      conditions: [],
    });
    expect(storage.objects.size).toBe(0);
    const methods = storage.requests.map(({ method }) => method);
    expect(methods[0]).toBe('PUT');
    expect(methods).toContain('GET');
    expect(methods.at(-1)).toBe('DELETE');
    for (const { url, authorization } of storage.requests) {
      expect(url).toMatch(/^\/moves\/namespace-migration(\/|%2F)test-/);
      expect(authorization).toMatch(/^SharedKey shop:/);
    }
  });

  it('lists what begins with a folder', async () => {
    const opened = providerOf(location).open(location);
    await opened.put('plans/1/a', Buffer.from('a'));
    await opened.put('plans/2/b', Buffer.from('b'));
    const keys: string[] = [];
    for await (const key of opened.list('plans/1/')) {
      keys.push(key);
    }
    expect(keys).toEqual(['plans/1/a']);
  });

  it('is told to restic', () => {
    expect(
      providerOf(location).restic(
        { ...location, endpoint: 'https://shop.blob.core.usgovcloudapi.net' },
        'a/b',
      ),
    ).toEqual({
      url: 'azure:moves:/a/b',
      options: ['azure.connections=16'],
      environment: {
        AZURE_ACCOUNT_NAME: 'shop',
        AZURE_ACCOUNT_KEY: location.accountKey,
        AZURE_ENDPOINT_SUFFIX: 'core.usgovcloudapi.net',
      },
    });
  });
});

describe('Google Cloud Storage', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const json = { 'content-type': 'application/json' };
  const storage = new RecordingStorage(
    ({ method, url, body }, objects): Answer => {
      const { pathname, searchParams } = new URL(url, 'http://x');
      if (pathname === '/token') {
        return {
          status: 200,
          headers: json,
          body: JSON.stringify({
            access_token: 'TOKEN',
            token_type: 'Bearer',
            expires_in: 3600,
          }),
        };
      }
      if (method === 'POST') {
        const name = searchParams.get('name')!;
        objects.set(name, body.split('\r\n\r\n')[2].split('\r\n--')[0]);
        return {
          status: 200,
          headers: json,
          body: JSON.stringify({
            name,
            md5Hash: createHash('md5')
              .update(objects.get(name)!)
              .digest('base64'),
          }),
        };
      }
      const name = decodeURIComponent(pathname.split('/o/')[1] ?? '');
      if (name === '') {
        return {
          status: 200,
          headers: json,
          body: JSON.stringify({
            items: [...objects.keys()]
              .filter(key => key.startsWith(searchParams.get('prefix')!))
              .map(key => ({ name: key })),
          }),
        };
      }
      if (method === 'DELETE') {
        objects.delete(name);
        return { status: 204 };
      }
      return { status: 200, body: objects.get(name) };
    },
  );
  let location: RepositoryLocation;

  beforeAll(async () => {
    await storage.start();
    location = {
      provider: 'gcs',
      bucket: 'moves',
      endpoint: storage.url,
      serviceAccountJson: JSON.stringify({
        type: 'service_account',
        project_id: 'shop',
        client_email: 'mover@shop.iam.gserviceaccount.com',
        private_key: privateKey,
        token_uri: `${storage.url}/token`,
      }),
    };
  });
  afterAll(() => storage.close());

  it('is written, read back and deleted', async () => {
    expect(await testStorage('google', location)).toMatchObject({
      connected: true,
      conditions: [],
    });
    expect(storage.objects.size).toBe(0);
    const object = storage.requests.filter(({ url }) => url !== '/token');
    expect(object.map(({ method }) => method)).toEqual([
      'POST',
      'GET',
      'DELETE',
    ]);
    for (const { url } of object) {
      expect(url).toMatch(/\/b\/moves\/o/);
      expect(decodeURIComponent(url)).toContain('namespace-migration/test-');
    }
  });

  it('lists what begins with a folder', async () => {
    const opened = providerOf(location).open(location);
    await opened.put('plans/1/a', Buffer.from('a'));
    await opened.put('plans/2/b', Buffer.from('b'));
    const keys: string[] = [];
    for await (const key of opened.list('plans/1/')) {
      keys.push(key);
    }
    expect(keys).toEqual(['plans/1/a']);
  });

  it('is told to restic, the key as a file', () => {
    expect(providerOf(location).restic(location, 'a/b')).toEqual({
      url: 'gs:moves:/a/b',
      options: ['gs.connections=16'],
      environment: { GOOGLE_PROJECT_ID: 'shop' },
      credentialsFile: {
        variable: 'GOOGLE_APPLICATION_CREDENTIALS',
        content: location.serviceAccountJson,
      },
    });
  });
});
