/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ensurePackages } from './machine/debianPackages';
import { silentProgress } from './progress';

export interface ImageRegistryOptions {
  /** For data, keys and log; made if need be, and left to the caller. */
  dir: string;
  /** An IPv4 address of this machine. */
  address: string;
  port: number;
  /** Asked of everybody. */
  login?: { username: string; password: string };
  /** Where content lies; a directory in `dir` by default. */
  storage?: string;
}

/** Debian's docker-registry (Distribution 2.8) with TLS by an authority of its own, for one test file. */
export class ImageRegistry {
  private child?: ChildProcess;

  private constructor(private readonly options: ImageRegistryOptions) {}

  static async start(options: ImageRegistryOptions): Promise<ImageRegistry> {
    await ensurePackages(['docker-registry', 'openssl'], silentProgress);
    const registry = new ImageRegistry(options);
    registry.prepare();
    await registry.start();
    return registry;
  }

  /** As it stands in references. */
  get host(): string {
    return `${this.options.address}:${this.options.port}`;
  }

  get login() {
    return this.options.login;
  }

  /** PEM of the authority that signs its certificate. */
  get caBundle(): string {
    return readFileSync(this.path('ca.crt'), 'utf8');
  }

  /** One line for each request that it has answered. */
  get requests(): string[] {
    return readFileSync(this.path('log'), 'utf8')
      .split('\n')
      .filter(line => /"[A-Z]+ \/v2\//.test(line));
  }

  async start(): Promise<void> {
    const { address, port } = this.options;
    const command = `exec docker-registry serve config.yml >>log 2>&1`;
    this.child = spawn('sh', ['-c', command], { cwd: this.options.dir });
    for (let tries = 0; ; tries += 1) {
      if (await listens(address, port)) {
        return;
      }
      if (this.child.exitCode !== null || tries > 200) {
        await this.stop();
        throw new Error(
          `docker-registry did not start: ${readFileSync(
            this.path('log'),
            'utf8',
          ).slice(-1000)}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }

  private path(name: string): string {
    return join(this.options.dir, name);
  }

  private prepare(): void {
    const { dir, address, login, storage = this.path('data') } = this.options;
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
    openssl(
      ...['req', '-x509', ...curve, '-nodes', '-days', '2'],
      ...['-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=registry-ca'],
    );
    openssl(
      ...['req', ...curve, '-nodes', '-subj', '/CN=registry'],
      ...['-keyout', 'tls.key', '-out', 'tls.csr'],
    );
    writeFileSync(this.path('ext'), `subjectAltName=IP:${address}`);
    openssl(
      ...['x509', '-req', '-in', 'tls.csr', '-days', '2', '-extfile', 'ext'],
      ...['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-out', 'tls.crt'],
    );
    if (login) {
      // the registry knows bcrypt only, which Debian's crypt(3) makes
      const hash = execFileSync(
        'perl',
        ['-e', 'print crypt($ENV{PASSWORD}, q($2b$05$abcdefghijklmnopqrstuu))'],
        { env: { ...process.env, PASSWORD: login.password } },
      );
      writeFileSync(this.path('htpasswd'), `${login.username}:${hash}\n`);
    }
    writeFileSync(
      this.path('config.yml'),
      JSON.stringify({
        version: 0.1,
        storage: {
          filesystem: { rootdirectory: storage },
          delete: { enabled: true },
        },
        http: {
          addr: this.host,
          tls: { certificate: this.path('tls.crt'), key: this.path('tls.key') },
        },
        ...(login && {
          auth: { htpasswd: { realm: 'test', path: this.path('htpasswd') } },
        }),
      }),
    );
    writeFileSync(this.path('log'), '');
  }
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
