/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import {
  MoverOutcome,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { CONNECT_FAILURE } from './connect';
import { isPermanent } from './dial';
import { MoverError, Output } from './output';
import {
  isConnectionExit,
  meaningOfExit,
  onlyLivingSource,
  parseProgress,
  parseStats,
  senderArguments,
} from './rsyncArguments';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
const PROGRESS_EVERY_MS = 1_000;

export interface SendOptions {
  config: SendConfig;
  output: Output;
  signal: AbortSignal;
  /** The command that rsync runs as its remote shell. */
  connectCommand: string;
}

/**
 * One pass over one volume. A broken connection is made again until the deadline and the pass goes on with what
 * is already there.
 * @throws MoverError with the reason and what rsync said
 */
export async function send(options: SendOptions): Promise<MoverOutcome> {
  const { config, output, signal } = options;
  const startedAt = Date.now();
  const deadline = startedAt + config.deadlineSeconds * 1000;
  let pause = FIRST_PAUSE_MS;
  for (let attempts = 1; ; attempts += 1) {
    const run = await runRsync(options);
    signal.throwIfAborted();
    const vanished = (run.stderr.match(/vanished/g) ?? []).length;
    const tolerated =
      config.pass === 'bulk' &&
      (run.code === 24 || (run.code === 23 && onlyLivingSource(run.stderr)));
    if (run.code === 0 || tolerated) {
      return {
        kind: 'pass',
        volume: config.volume.name,
        pass: config.pass,
        ...parseStats(run.stdout),
        vanished,
        attempts,
        seconds: (Date.now() - startedAt) / 1000,
      };
    }
    const failure = failureOf(config, run);
    if (!isConnectionExit(run.code) || isPermanent(failure)) {
      throw failure;
    }
    if (Date.now() + pause > deadline) {
      throw new MoverError(
        failure.reason,
        `${failure.message} Given up after ${attempts} attempts in ${config.deadlineSeconds} s.`,
      );
    }
    output.log(
      'warning',
      `Attempt ${attempts} over volume ${config.volume.name} broke off and goes on in ${pause} ms: ${failure.message}`,
    );
    await new Promise(resolve => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

interface RsyncRun {
  code: number;
  stdout: string;
  stderr: string;
}

function failureOf(config: SendConfig, run: RsyncRun): MoverError {
  const connect = run.stderr
    .split('\n')
    .find(line => line.startsWith(CONNECT_FAILURE));
  if (connect) {
    const { reason, message } = JSON.parse(
      connect.slice(CONNECT_FAILURE.length),
    );
    return new MoverError(reason, message);
  }
  const said = run.stderr.trim().split('\n').slice(-6).join(' | ');
  if (/No space left on device|Disk quota exceeded/.test(run.stderr)) {
    return new MoverError(
      'NoSpaceOnDestination',
      `The destination of volume ${config.volume.name} is full. Choose a larger size for it in the plan. rsync said: ${said}`,
    );
  }
  return new MoverError(
    isConnectionExit(run.code) ? 'ConnectionBroken' : 'PassFailed',
    `The ${config.pass} pass over volume ${config.volume.name} ended with rsync's code ${run.code} (${meaningOfExit(run.code)}): ${said}`,
  );
}

function runRsync(options: SendOptions): Promise<RsyncRun> {
  const { config, output, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(
      'rsync',
      senderArguments(config, options.connectCommand),
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, LC_ALL: 'C' },
        signal,
        killSignal: 'SIGTERM',
      },
    );
    let stdout = '';
    let stderr = '';
    let reportedAt = 0;
    const startedAt = Date.now();
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString('latin1').split(/[\r\n]+/)) {
        const progress = parseProgress(line);
        if (!progress) {
          stdout = `${stdout}${line}\n`.slice(-8192);
        } else if (Date.now() - reportedAt >= PROGRESS_EVERY_MS) {
          reportedAt = Date.now();
          const seconds = (reportedAt - startedAt) / 1000;
          const bytesPerSecond = progress.bytesDone / Math.max(seconds, 0.001);
          const bytesTotal =
            progress.percent > 0
              ? Math.round((progress.bytesDone * 100) / progress.percent)
              : undefined;
          output.send({
            type: 'progress',
            volume: config.volume.name,
            bytesDone: progress.bytesDone,
            bytesTotal,
            filesDone: progress.filesChecked,
            filesTotal: progress.filesTotal,
            bytesPerSecond,
            secondsRemaining:
              bytesTotal !== undefined && bytesPerSecond > 0
                ? (bytesTotal - progress.bytesDone) / bytesPerSecond
                : undefined,
          });
        }
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-65536);
    });
    child.once('error', error =>
      signal.aborted ? resolve({ code: 20, stdout, stderr }) : reject(error),
    );
    child.once('close', code => resolve({ code: code ?? 20, stdout, stderr }));
  });
}
