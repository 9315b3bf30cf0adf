/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ChildProcess,
  execFileSync,
  spawn,
  spawnSync,
} from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
import { MoverKeys, readKeys } from '../readConfig';

export const MIGRATION = 'test-migration';

/** The bundle as the image has it, made once a process. */
let bundle: string | undefined;

export function bundled(): string {
  if (!bundle) {
    bundle = join(mkdtempSync(join(tmpdir(), 'mover-bundle-')), 'mover.cjs');
    execFileSync(require.resolve('esbuild/bin/esbuild'), [
      join(__dirname, '../main.ts'),
      '--bundle',
      '--platform=node',
      '--target=node20',
      '--log-level=error',
      `--outfile=${bundle}`,
    ]);
    const { dir } = parse(bundle);
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  }
  return bundle;
}

/** Our Node may lie in a home that others cannot enter. */
function nodeForAll(dir: string): string {
  const node = join(dir, 'node');
  if (!existsSync(node)) {
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
  }
  return node;
}

export interface Keys {
  role?: string;
  authority?: string;
}

/** Real movers as processes on this machine: real TLS on loopback, real rsync, real files. */
export class Movers {
  readonly dir = mkdtempSync(join(tmpdir(), 'mover-test-'));
  readonly source = join(this.dir, 'source');
  readonly destination = join(this.dir, 'destination');
  readonly bundle = bundled();
  private readonly children: ChildProcess[] = [];
  private readonly closers: Array<() => void> = [];
  private readonly outputs = new Map<ChildProcess, string>();
  receiver?: ChildProcess;
  port = 0;

  constructor() {
    mkdirSync(this.source);
    mkdirSync(this.destination);
    this.makeKeys('migration');
  }

  /** Called at the end, the last first. */
  onClose(closer: () => void): void {
    this.closers.push(closer);
  }

  makeKeys(authority: string) {
    const dir = join(this.dir, `keys-${authority}`);
    mkdirSync(dir);
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
      '-subj',
      '/CN=ca',
      '-days',
      '2',
    );
    for (const [role, name] of [
      ['receive', receiverName(MIGRATION)],
      ['send', senderName(MIGRATION)],
      ['other', 'other.namespace-migration.io'],
    ]) {
      openssl(
        'req',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-keyout',
        `${role}.key`,
        '-out',
        `${role}.csr`,
        '-subj',
        `/CN=${role}`,
      );
      writeFileSync(join(dir, 'ext'), `subjectAltName=DNS:${name}`);
      openssl(
        'x509',
        '-req',
        '-in',
        `${role}.csr`,
        '-CA',
        'ca.crt',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        `${role}.crt`,
        '-days',
        '2',
        '-extfile',
        'ext',
      );
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

  keys({ role = 'send', authority = 'migration' }: Keys = {}): MoverKeys {
    return readKeys(this.configDirOf(this.sendConfig(), role, authority));
  }

  /** Starts the receiver; again on the same port and state directory when it was started before. */
  async receive(
    fencingToken = 1,
    path = this.destination,
    /** Instead of root. */
    user?: number,
  ): Promise<ChildProcess> {
    const config: ReceiveConfig = {
      role: 'receive',
      migrationId: MIGRATION,
      fencingToken,
      port: this.port,
      peerName: senderName(MIGRATION),
      volumes: [{ name: 'volume', path }],
      stateDir: join(this.dir, 'state'),
    };
    const configDir = this.configDirOf(config, 'receive');
    if (user !== undefined) {
      this.shell(
        `chmod 755 ${this.dir} ${parse(this.bundle).dir}
         chmod -R a+rX ${configDir}
         mkdir -p ${config.stateDir}; chown ${user} ${config.stateDir}`,
      );
    }
    const node =
      user === undefined
        ? process.execPath
        : nodeForAll(parse(this.bundle).dir);
    const child = spawn(node, [this.bundle], {
      ...(user !== undefined && { uid: user, gid: user }),
      env: {
        ...process.env,
        MOVER_CONFIG_DIR: configDir,
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
      child.once('exit', code =>
        reject(new Error(`receiver ended ${code}: ${text}`)),
      );
    });
    this.receiver = child;
    return child;
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
  start(config: MoverConfig, keys: Keys = {}) {
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
      this.outputs.set(child, text);
    });
    const ended = new Promise<{
      lines: MoverLine[];
      result: MoverResult;
      code: number | null;
    }>((resolve, reject) => {
      child.once('close', code => {
        const lines = text
          .split('\n')
          .map(parseMoverLine)
          .filter(line => line !== undefined);
        const result = lines.find(line => line.type === 'result');
        const torn = text.split('\n').slice(0, -1).length - lines.length;
        return result && (code === 0) === result.ok && torn === 0
          ? resolve({ lines, result, code })
          : reject(new Error(`mover ended with ${code}: ${text}`));
      });
    });
    ended.catch(() => undefined);
    return { child, ended };
  }

  async run(config: MoverConfig, keys?: Keys) {
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
      throw new Error(
        `${told.length} told, ${result.outcome.differences} counted`,
      );
    }
    return told;
  }

  shell(script: string, cwd = this.source): void {
    this.read(script, cwd);
  }

  /** What the script prints; bytes as latin1. */
  read(script: string, cwd = this.source): string {
    const run = spawnSync('bash', ['-euc', script], {
      cwd,
      encoding: 'latin1',
    });
    if (run.status !== 0) {
      throw new Error(`${script}: ${run.stderr}`);
    }
    return run.stdout;
  }

  /** @throws after 30 s */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await condition()) {
        return;
      }
      await sleep(50);
    }
    throw new Error(`Not within 30 s: ${condition}`);
  }

  /** Bytes that a started mover has reported. */
  progressOf(child: ChildProcess): number {
    const lines = (this.outputs.get(child) ?? '').split('\n');
    return Math.max(
      0,
      ...lines
        .map(parseMoverLine)
        .map(line => (line?.type === 'progress' ? line.bytesDone : 0)),
    );
  }

  /** Processes of this test that run rsync. */
  rsyncs(): string[] {
    const { stdout } = spawnSync('ps', ['-eo', 'pid=,stat=,args='], {
      encoding: 'utf8',
    });
    return stdout
      .split('\n')
      .filter(line => /^\s*\d+\s+[^Z]\S*\s+rsync /.test(line))
      .filter(line => line.includes(this.dir));
  }

  close(): void {
    for (const child of this.children) {
      child.kill('SIGKILL');
    }
    for (const closer of this.closers.reverse()) {
      closer();
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}
