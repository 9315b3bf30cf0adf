/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompareConfig,
  MoverConfig,
  MoverLine,
  MoverOutcome,
  MoverResult,
  parseMoverLine,
  ReceiveConfig,
  receiverName,
  SendConfig,
  senderName,
} from '@namespace-migration/plugin-migration-common';

const MIGRATION = 'test-migration';

/** Real movers as processes on this machine: real TLS on loopback, real rsync, real files. */
export class Movers {
  readonly dir = mkdtempSync(join(tmpdir(), 'mover-test-'));
  readonly source = join(this.dir, 'source');
  readonly destination = join(this.dir, 'destination');
  readonly bundle = join(this.dir, 'mover.cjs');
  private readonly children: Array<ReturnType<typeof spawn>> = [];
  port = 0;

  constructor() {
    mkdirSync(this.source);
    mkdirSync(this.destination);
    execFileSync('npx', [
      'esbuild',
      join(__dirname, '../main.ts'),
      '--bundle',
      '--platform=node',
      '--target=node20',
      '--log-level=error',
      `--outfile=${this.bundle}`,
    ]);
    this.makeKeys('migration');
  }

  makeKeys(authority: string) {
    const dir = join(this.dir, `keys-${authority}`);
    mkdirSync(dir);
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=ca', '-days', '2');
    for (const [role, name] of [
      ['receive', receiverName(MIGRATION)],
      ['send', senderName(MIGRATION)],
      ['other', 'other.namespace-migration.io'],
    ]) {
      openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${role}.key`, '-out', `${role}.csr`, '-subj', `/CN=${role}`);
      writeFileSync(join(dir, 'ext'), `subjectAltName=DNS:${name}`);
      openssl('x509', '-req', '-in', `${role}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${role}.crt`, '-days', '2', '-extfile', 'ext');
    }
  }

  /** A directory as a pod has it at /etc/mover. */
  configDirOf(config: MoverConfig, role: string, authority = 'migration') {
    const dir = mkdtempSync(join(this.dir, 'etc-'));
    const keys = join(this.dir, `keys-${authority}`);
    writeFileSync(join(dir, 'config.json'), JSON.stringify(config));
    execFileSync('cp', [join(keys, 'ca.crt'), join(dir, 'ca.crt')]);
    execFileSync('cp', [join(keys, `${role}.crt`), join(dir, 'tls.crt')]);
    execFileSync('cp', [join(keys, `${role}.key`), join(dir, 'tls.key')]);
    return dir;
  }

  async receive(fencingToken = 1): Promise<void> {
    const config: ReceiveConfig = {
      role: 'receive',
      migrationId: MIGRATION,
      fencingToken,
      port: 0,
      peerName: senderName(MIGRATION),
      volumes: [{ name: 'volume', path: this.destination }],
      stateDir: join(this.dir, 'state'),
    };
    const child = spawn(process.execPath, [this.bundle], {
      env: {
        ...process.env,
        MOVER_CONFIG_DIR: this.configDirOf(config, 'receive'),
        MOVER_TERMINATION_LOG: join(this.dir, 'termination-receive'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    this.port = await new Promise((resolve, reject) => {
      let text = '';
      child.stdout!.on('data', chunk => {
        text += chunk;
        for (const line of text.split('\n')) {
          const message = parseMoverLine(line);
          if (message?.type === 'listening') {
            resolve(message.port);
          }
        }
      });
      child.once('exit', code => reject(new Error(`receiver ended ${code}: ${text}`)));
    });
  }

  sendConfig(options: Partial<SendConfig> = {}): SendConfig {
    return {
      role: 'send',
      pass: 'final',
      streams: 1,
      ...this.dialling(),
      ...options,
    };
  }

  compareConfig(options: Partial<CompareConfig> = {}): CompareConfig {
    return {
      role: 'compare',
      mode: 'full',
      maxDifferences: 100,
      parallelism: 4,
      ...this.dialling(),
      ...options,
    };
  }

  private dialling() {
    return {
      migrationId: MIGRATION,
      fencingToken: 1,
      endpoint: { kind: 'direct' as const, host: '127.0.0.1', port: this.port },
      peerName: receiverName(MIGRATION),
      volume: { name: 'volume', path: this.source },
      deadlineSeconds: 5,
    };
  }

  /** Starts a mover without waiting for its end. */
  start(config: MoverConfig, keys: { role?: string; authority?: string } = {}) {
    const child = spawn(process.execPath, [this.bundle], {
      env: {
        ...process.env,
        MOVER_CONFIG_DIR: this.configDirOf(
          config,
          keys.role ?? 'send',
          keys.authority,
        ),
        MOVER_TERMINATION_LOG: join(this.dir, 'termination-send'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    let text = '';
    child.stdout!.on('data', chunk => {
      text += chunk;
    });
    const ended = new Promise<{ lines: MoverLine[]; result: MoverResult }>(
      (resolve, reject) => {
        child.once('close', code => {
          const lines = text
            .split('\n')
            .map(parseMoverLine)
            .filter(line => line !== undefined);
          const result = lines.find(line => line.type === 'result');
          return result && (code === 0) === result.ok
            ? resolve({ lines, result })
            : reject(new Error(`mover ended with ${code}: ${text}`));
        });
      },
    );
    return { child, ended };
  }

  async run(config: MoverConfig, keys?: { role?: string; authority?: string }) {
    return this.start(config, keys).ended;
  }

  /** @throws when the mover failed */
  async outcome(config: MoverConfig): Promise<MoverOutcome> {
    const { result } = await this.run(config);
    if (!result.ok) {
      throw new Error(`${result.error.reason}: ${result.error.message}`);
    }
    return result.outcome;
  }

  /** All differences that a full comparison finds, as `path field`. */
  async differences(): Promise<string[]> {
    const { lines, result } = await this.run(this.compareConfig());
    if (!result.ok || result.outcome.kind !== 'compared') {
      throw new Error(JSON.stringify(result));
    }
    const told = lines.flatMap(line =>
      line.type === 'difference' ? [`${line.path} ${line.field}`] : [],
    );
    if (told.length !== result.outcome.differences) {
      throw new Error(`${told.length} told, ${result.outcome.differences} counted`);
    }
    return told;
  }

  shell(script: string, cwd = this.source): void {
    const run = spawnSync('bash', ['-euc', script], { cwd, encoding: 'utf8' });
    if (run.status !== 0) {
      throw new Error(`${script}: ${run.stderr}`);
    }
  }

  close(): void {
    for (const child of this.children) {
      child.kill('SIGKILL');
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}
