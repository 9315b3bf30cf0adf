/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomUUID } from 'node:crypto';
import { Attempts } from '../Attempts';
import { isPermanent } from '../dial';
import { MoverError } from '../output';
import { ProgressEstimate, RsyncProgress } from '../progress';
import { parseStats } from '../rsyncArguments';
import { RsyncRun, runRsync, RunRsyncOptions } from '../runRsync';
import { splitIntoStreams, StreamLists } from './splitIntoStreams';

const PROGRESS_EVERY_MS = 1_000;

export interface SentByStreams {
  filesSent: number;
  bytesSent: number;
}

/**
 * Brings the content of a volume's files across by several connections at once. It deletes nothing, joins no links and
 * sets no times of directories; the whole pass by one connection that always follows does, finds most files there, and
 * alone decides whether the volume is copied. So what goes wrong here costs time and nothing else, and only what would
 * stop that pass too is thrown.
 * @throws MoverError
 */
export async function sendStreams(
  options: RunRsyncOptions,
  attempts: Attempts,
  failureOf: (run: RsyncRun) => MoverError,
): Promise<SentByStreams> {
  const { config, output, signal } = options;
  const split = await splitIntoStreams(config.volume.path, config.streams);
  if (!split) {
    return { filesSent: 0, bytesSent: 0 };
  }
  const sent = { filesSent: 0, bytesSent: 0 };
  try {
    output.log(
      'info',
      `${split.lists.length} streams: ${split.lists
        .map(({ files, bytes }) => `${files} files, ${bytes} bytes`)
        .join('; ')}`,
    );
    for (;;) {
      const runs = await runAll(options, split);
      signal.throwIfAborted();
      const stats = runs.map(run => parseStats(run.stdout));
      sent.filesSent += stats.reduce((sum, s) => sum + s.filesSent, 0);
      sent.bytesSent += stats.reduce((sum, s) => sum + s.bytesSent, 0);
      const failures = runs.filter(({ code }) => code !== 0).map(failureOf);
      const fatal = failures.find(
        failure => isPermanent(failure) && failure.reason !== 'PassFailed',
      );
      if (fatal) {
        throw fatal;
      }
      const broken = failures.find(({ reason }) => reason !== 'PassFailed');
      if (!broken) {
        for (const failure of failures) {
          output.log('info', `Left to the whole pass: ${failure.message}`);
        }
        return sent;
      }
      if (runs.some(({ progressed }) => progressed)) {
        attempts.carried();
      }
      await attempts.again(broken);
    }
  } finally {
    await split.close();
  }
}

async function runAll(
  options: RunRsyncOptions,
  { lists }: StreamLists,
): Promise<RsyncRun[]> {
  const { config, output } = options;
  const together = randomUUID();
  const total = lists.reduce((sum, { bytes }) => sum + bytes, 0);
  const latest: RsyncProgress[] = [];
  const estimate = new ProgressEstimate(Date.now());
  const report = () => {
    const told = Object.values(latest);
    const sum = (of: keyof RsyncProgress) =>
      told.reduce((value, progress) => value + progress[of], 0);
    if (told.length > 0) {
      const bytesDone = sum('bytesDone');
      output.send({
        type: 'progress',
        volume: config.volume.name,
        ...estimate.add(
          {
            bytesDone,
            percent: Math.floor((bytesDone * 100) / Math.max(total, 1)),
            filesSent: sum('filesSent'),
            filesChecked: sum('filesChecked'),
            filesTotal: sum('filesTotal'),
          },
          Date.now(),
        ),
        bytesTotal: Math.max(total, bytesDone),
      });
    }
  };
  const reporting = setInterval(report, PROGRESS_EVERY_MS);
  try {
    return await Promise.all(
      lists.map(({ file }, index) =>
        runRsync({
          ...options,
          stream: {
            list: file,
            together,
            onProgress: progress => {
              const known = latest[index];
              // counts of files come only with some of the lines
              latest[index] =
                progress.filesTotal > 0 || !known
                  ? progress
                  : { ...known, bytesDone: progress.bytesDone };
            },
          },
        }),
      ),
    );
  } finally {
    clearInterval(reporting);
    report();
  }
}
