/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import {
  MoverFailure,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { Complaints } from './complaints';
import { CONNECT_FAILURE } from './connect';
import { linesOf } from './lines';
import { Output } from './output';
import { endGroup } from './processGroup';
import {
  parseProgress,
  PassProgress,
  ProgressEstimate,
  RsyncProgress,
} from './progress';
import { senderArguments } from './rsyncArguments';

const PROGRESS_EVERY_MS = 1_000;
const KEPT_STDOUT = 8192;
/** rsync's code for "some files or attributes could not be transferred". */
const PARTIAL = 23;

export interface RsyncRun {
  /** 20 when it was killed. */
  code: number;
  /** The end of stdout, where --stats are. */
  stdout: string;
  complaints: Complaints;
  /** Why `connect` got no connection, if that is what happened. */
  refusal?: MoverFailure;
  /** The sender's side was content. */
  onlyReceiver: boolean;
  /** Something was sent. */
  progressed: boolean;
}

export interface RunRsyncOptions {
  config: SendConfig;
  output: Output;
  signal: AbortSignal;
  /** The command that rsync runs as its remote shell. */
  connectCommand: string;
  /** One of several at once over the same volume. */
  stream?: {
    list: string;
    /** The same for all of them: the receiver lets them write beside each other. */
    together: string;
    onProgress(progress: RsyncProgress): void;
  };
  /** Bytes that streams have brought before. */
  broughtBefore?: number;
}

/** One run of rsync to its end. An aborted signal ends it and its connection. */
export async function runRsync(options: RunRsyncOptions): Promise<RsyncRun> {
  const { config, output, signal, stream, broughtBefore = 0 } = options;
  const child = spawn(
    'rsync',
    senderArguments(config, options.connectCommand, stream?.list),
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LC_ALL: 'C',
        RSYNC_PROTECT_ARGS: '0',
        ...(stream && { MOVER_TOGETHER: stream.together }),
      },
      detached: true,
    },
  );
  const run: RsyncRun = {
    code: 20,
    stdout: '',
    complaints: new Complaints(config),
    progressed: false,
    onlyReceiver: false,
  };
  const estimate = new ProgressEstimate(Date.now());
  let reportedAt = 0;
  let unreported: PassProgress | undefined;
  const report = (told: PassProgress) =>
    output.send({
      type: 'progress',
      volume: config.volume.name,
      ...told,
      bytesDone: told.bytesDone + broughtBefore,
      bytesTotal:
        told.bytesTotal &&
        Math.max(told.bytesTotal, told.bytesDone + broughtBefore),
    });
  const onLine = (line: string) => {
    const progress = parseProgress(line);
    if (!progress) {
      run.stdout = `${run.stdout}${line}\n`.slice(-KEPT_STDOUT);
      return;
    }
    run.progressed ||= progress.bytesDone > 0;
    if (stream) {
      stream.onProgress(progress);
      return;
    }
    const now = Date.now();
    const told = estimate.add(progress, now);
    if (now - reportedAt >= PROGRESS_EVERY_MS) {
      reportedAt = now;
      unreported = undefined;
      report(told);
    } else {
      unreported = told;
    }
  };
  let held = '';
  child.stdout.on('data', (chunk: Buffer) => {
    // A progress line starts with a carriage return and ends with the next one; a chunk may end anywhere.
    const lines = (held + chunk.toString('latin1')).split(/[\r\n]/);
    held = lines.pop()!;
    lines.forEach(onLine);
  });
  const complaining = (async () => {
    for await (const line of linesOf(child.stderr)) {
      if (line.startsWith(CONNECT_FAILURE)) {
        run.refusal = JSON.parse(line.slice(CONNECT_FAILURE.length));
      } else {
        run.complaints.add(line);
      }
    }
  })();
  const onAbort = () => {
    endGroup(child, { graceMs: 5_000, deadlineMs: 20_000 }).catch(error =>
      output.log('error', (error as Error).message),
    );
  };
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) {
    onAbort();
  }
  try {
    run.code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve(code ?? 20));
    });
    await complaining;
    // The receiver writes its complaints to its own stderr, and its exit code does not come over the connection.
    if (run.code === 0 && run.complaints.serious > 0) {
      run.code = PARTIAL;
      run.onlyReceiver = true;
    }
    onLine(held);
    if (unreported) {
      report(unreported);
    }
    return run;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
