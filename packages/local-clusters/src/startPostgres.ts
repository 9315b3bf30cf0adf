/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRun } from './machine/canRun';
import { ensurePackages } from './machine/debianPackages';

export interface RunningPostgres {
  connectionString: string;
  stop(): Promise<void>;
}

const installedIn = '/usr/lib/postgresql';

/** A PostgreSQL server of Debian's for one test file, with its files in memory-like haste: nothing survives it. */
export async function startPostgres(): Promise<RunningPostgres> {
  const bin = await binaries();
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const account = accountOf('postgres');
  if (account) {
    chownSync(dir, account.uid, account.gid); // it refuses to run as root
  }
  const options = { ...account, cwd: dir };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(dir, 'data'), '-U', 'postgres', '-A', 'trust', '--no-sync'],
    { ...options, stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      ['-D', join(dir, 'data')],
      ['-p', String(port)],
      ['-c', 'listen_addresses=127.0.0.1'],
      ['-c', `unix_socket_directories=${dir}`],
      ['-c', 'fsync=off'],
    ].flat(),
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr!.on('data', chunk => {
    log += chunk;
  });
  const stop = async () => {
    await end(server);
    rmSync(dir, { recursive: true, force: true });
  };
  const deadline = Date.now() + 60_000;
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop,
  };
}

async function binaries(): Promise<string> {
  if (!existsSync(installedIn) && canRun().ok) {
    await ensurePackages(['postgresql'], { step: () => {} });
  }
  if (!existsSync(installedIn)) {
    throw new Error(
      `There is no PostgreSQL in ${installedIn}: install Debian's package postgresql, or set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING to a server that tests may use`,
    );
  }
  const [newest] = readdirSync(installedIn).sort(
    (a, b) => Number(b) - Number(a),
  );
  return join(installedIn, newest, 'bin');
}

/** Only root needs (and may take) another account. */
function accountOf(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid!() !== 0) {
    return undefined;
  }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(text => text.startsWith(`${name}:`))!;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGINT'); // fast shutdown: it does not wait for its clients
    await once(server, 'exit');
  }
}
