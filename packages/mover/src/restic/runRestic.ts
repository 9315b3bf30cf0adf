/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BackupConfig,
  RestoreConfig,
} from '@namespace-migration/plugin-migration-common';
import { linesOf } from '../lines';
import { MoverError, Output } from '../output';
import { endGroup } from '../processGroup';
import { ResticOutput } from './ResticOutput';

const LOOK_EVERY_MS = 1_000;
/** An emptyDir in a pod. */
const STATE_DIR = process.env.MOVER_STATE_DIR ?? '/var/lib/mover';

export interface ResticRun {
  code: number;
  told: ResticOutput;
}

export interface RunResticOptions {
  config: BackupConfig | RestoreConfig;
  output: Output;
  signal: AbortSignal;
}

/**
 * One run of restic to its end. It tries a storage that refuses again and again by itself, for 15 minutes at most.
 * @throws MoverError RepositoryUnreachable when the storage has refused for `deadlineSeconds`
 */
export async function runRestic(
  { config, output, signal }: RunResticOptions,
  args: string[],
  run: {
    cwd?: string;
    limitSeconds?: number;
    /** Takes stdout instead of what is kept of it. */
    onLine?(line: string): void;
  } = {},
): Promise<ResticRun> {
  signal.throwIfAborted();
  const { repository, deadlineSeconds } = config;
  const child = spawn(
    'restic',
    [
      ...args,
      '--json',
      // repositories belong to one plan and volume: a lock that is waited for is one that a killed mover left
      '--retry-lock',
      '1m',
      ...repository.options.flatMap(option => ['-o', option]),
    ],
    {
      cwd: run.cwd,
      env: environmentOf(config),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const told = new ResticOutput();
  const startedAt = Date.now();
  let ended: 'refused' | 'overdue' | undefined;
  let endedAtBytes = -1;
  const end = () =>
    endGroup(child, { graceMs: 5_000, deadlineMs: 20_000 }).catch(error =>
      output.log('error', (error as Error).message),
    );
  const looking = setInterval(() => {
    const { progress, refusedSince } = told;
    if (progress && progress.bytesDone !== endedAtBytes) {
      endedAtBytes = progress.bytesDone;
      const seconds = (Date.now() - startedAt) / 1000;
      output.send({
        type: 'progress',
        volume: config.volume.name,
        ...progress,
        bytesPerSecond: Math.round(progress.bytesDone / seconds),
      });
    }
    if (ended) {
      return;
    }
    if (refusedSince && Date.now() - refusedSince > deadlineSeconds * 1000) {
      ended = 'refused';
      void end();
    } else if (
      run.limitSeconds &&
      Date.now() - startedAt > run.limitSeconds * 1000
    ) {
      ended = 'overdue';
      void end();
    }
  }, LOOK_EVERY_MS);
  const onAbort = () => void end();
  signal.addEventListener('abort', onAbort);
  const reading = [child.stdout, child.stderr].map(async stream => {
    for await (const line of linesOf(stream)) {
      if (run.onLine && stream === child.stdout) {
        run.onLine(line);
        continue;
      }
      told.add(line);
      if (/retrying after/.test(line)) {
        output.log('warning', line.slice(0, 500));
      }
    }
  });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', status => resolve(status ?? 20));
    });
    await Promise.all(reading);
    signal.throwIfAborted();
    if (ended) {
      throw new MoverError(
        'RepositoryUnreachable',
        `Replication repository ${repository.name} has refused for ${
          ended === 'refused' ? deadlineSeconds : run.limitSeconds
        } s: ${
          told.excerpt || 'no answer'
        }. Look at the storage and at the way to it from the cluster, test the repository, and start again; what is copied stays.`,
      );
    }
    return { code, told };
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', onAbort);
  }
}

function environmentOf({
  repository,
}: BackupConfig | RestoreConfig): NodeJS.ProcessEnv {
  const file = (name: string, content: string) => {
    const path = join(STATE_DIR, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const temporary = join(STATE_DIR, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    HOME: STATE_DIR,
    TMPDIR: temporary,
    RESTIC_REPOSITORY: repository.url,
    RESTIC_PASSWORD_FILE: file('password', repository.password),
    // without a cache every directory is a request of its own
    RESTIC_CACHE_DIR: join(STATE_DIR, 'cache'),
    RESTIC_PROGRESS_FPS: '1',
    ...(repository.caBundle && {
      RESTIC_CACERT: file('ca.pem', repository.caBundle),
    }),
    ...repository.environment,
    ...(repository.credentialsFile && {
      [repository.credentialsFile.variable]: file(
        'credentials',
        repository.credentialsFile.content,
      ),
    }),
  };
}
