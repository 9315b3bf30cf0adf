/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { stat } from 'node:fs/promises';
import {
  MoverOutcome,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { Attempts } from './Attempts';
import { isConnectionExit, meaningOfExit } from './complaints';
import { isPermanent } from './dial';
import { separateLinks } from './links';
import { MoverError } from './output';
import { MoverKeys } from './readConfig';
import { parseStats } from './rsyncArguments';
import { sendStreams } from './streams/sendStreams';
import { RsyncRun, runRsync, RunRsyncOptions } from './runRsync';
import { usageOf } from './usage';

export interface SendOptions extends RunRsyncOptions {
  keys: MoverKeys;
}

/**
 * One pass over one volume. A broken connection is made again, and the pass goes on with what is already there,
 * until nothing could be carried for `deadlineSeconds`.
 * @throws MoverError with the reason and what rsync said
 */
export async function send(options: SendOptions): Promise<MoverOutcome> {
  const { config, output, signal } = options;
  await checkSource(config);
  const startedAt = Date.now();
  const unlinked = await separateLinks(config, options.keys, output);
  const attempts = new Attempts({
    deadlineSeconds: config.deadlineSeconds,
    volume: config.volume.name,
    output,
    signal,
  });
  const fail = (run: RsyncRun) => failureOf(config, run);
  const brought =
    // where the bandwidth is the limit streams gain nothing, and the last one would only have its share of it
    config.streams > 1 && config.bandwidthLimitKiB === undefined
      ? await sendStreams(options, attempts, fail).catch(async error => {
          throw await withNeed(config, error);
        })
      : { filesSent: 0, bytesSent: 0 };
  let looksAgain = 1;
  for (;;) {
    const run = await runRsync({
      ...options,
      broughtBefore: brought.bytesSent,
    });
    signal.throwIfAborted();
    const { complaints } = run;
    if (isDone(config, run)) {
      const { vanished, changed, tolerated } = complaints;
      const stats = parseStats(run.stdout);
      for (const complaint of tolerated) {
        output.log('info', `Tolerated in a bulk pass: ${complaint}`);
      }
      return {
        kind: 'pass',
        volume: config.volume.name,
        pass: config.pass,
        ...stats,
        filesSent: stats.filesSent + brought.filesSent,
        bytesSent: stats.bytesSent + brought.bytesSent,
        unlinked,
        vanished,
        changed,
        attempts: attempts.count,
        seconds: (Date.now() - startedAt) / 1000,
      };
    }
    const failure = fail(run);
    if (run.onlyReceiver && !complaints.noSpace && looksAgain > 0) {
      // it also complains of what it then does rightly (a directory that was replaced); what is so stays so
      looksAgain -= 1;
      output.log('info', `Looked at once more: ${complaints.excerpt}`);
      continue;
    }
    if (isPermanent(failure)) {
      throw await withNeed(config, failure);
    }
    if (run.progressed) {
      attempts.carried();
    }
    await attempts.again(failure);
  }
}

/** How large the destination must be is known only by looking at the whole source; that is worth it when a pass is lost. */
async function withNeed(
  { volume }: SendConfig,
  failure: Error,
): Promise<Error> {
  if (
    !(failure instanceof MoverError) ||
    failure.reason !== 'NoSpaceOnDestination'
  ) {
    return failure;
  }
  const { usedBytes, files } = await usageOf(volume);
  return new MoverError(failure.reason, failure.message, {
    bytes: usedBytes,
    files,
  });
}

async function checkSource(config: SendConfig): Promise<void> {
  const { name, path } = config.volume;
  const stats = await stat(path).catch((error: Error) => {
    throw new MoverError(
      'SourceNotMounted',
      `The source of volume ${name} cannot be read at ${path}: ${error.message}`,
    );
  });
  if (!stats.isDirectory()) {
    throw new MoverError(
      'SourceNotMounted',
      `The source of volume ${name} at ${path} is not a directory`,
    );
  }
}

/** A bulk pass tolerates what a living source does: files that vanish or change while they are read. */
function isDone({ pass }: SendConfig, { code, complaints }: RsyncRun): boolean {
  return (
    code === 0 ||
    (code === 23 &&
      complaints.kept > 0 &&
      complaints.serious + complaints.vanished + complaints.tolerated.length ===
        0) ||
    (pass === 'bulk' &&
      (code === 24 || code === 23) &&
      complaints.serious === 0 &&
      complaints.vanished + complaints.tolerated.length > 0)
  );
}

function failureOf(config: SendConfig, run: RsyncRun): MoverError {
  if (run.refusal) {
    return new MoverError(run.refusal.reason, run.refusal.message);
  }
  const { name } = config.volume;
  const { complaints, code } = run;
  if (complaints.noSpace) {
    return new MoverError(
      'NoSpaceOnDestination',
      `The destination of volume ${name} is full. Choose a larger size for it in the plan. rsync said: ${complaints.excerpt}`,
    );
  }
  return new MoverError(
    isConnectionExit(code) ? 'ConnectionBroken' : 'PassFailed',
    `The ${
      config.pass
    } pass over volume ${name} ended with rsync's code ${code} (${meaningOfExit(
      code,
    )}): ${complaints.excerpt}`,
  );
}
