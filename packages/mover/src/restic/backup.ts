/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { basename, dirname } from 'node:path';
import {
  BackupConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { failureOf, openRepository } from './openRepository';
import { runRestic, RunResticOptions } from './runRestic';
import { socketsOn } from './sockets';

/** Part of the source could not be read; the snapshot was made without it. */
const INCOMPLETE = 3;

export interface BackupOptions extends RunResticOptions {
  config: BackupConfig;
}

/**
 * One snapshot. The volume is given by its name in the folder above it, so that its root is in the snapshot with owner,
 * mode and attributes. restic looks into files only that differ from the snapshot before it.
 * @throws MoverError
 */
export async function backup(options: BackupOptions): Promise<MoverOutcome> {
  const { config } = options;
  const startedAt = Date.now();
  await openRepository(options);
  const { path, name } = config.volume;
  const [run, { sockets, untold }] = await Promise.all([
    runRestic(
      options,
      [
        'backup',
        basename(path),
        // every pod has another host name, and the snapshot before is found by it
        '--host',
        'namespace-migration',
        '--exclude',
        `${path}/lost+found`,
        '--read-concurrency',
        '4',
        '--pack-size',
        '64',
        // both sides are compared at the end
        '--no-extra-verify',
        // the size is only for the estimate, and nobody waits longer for it than in the downtime
        ...(config.pass === 'final' ? ['--no-scan'] : []),
        ...(config.bandwidthLimitKiB
          ? ['--limit-upload', String(config.bandwidthLimitKiB)]
          : []),
      ],
      { cwd: dirname(path) },
    ),
    socketsOn(path),
  ]);
  if (untold > 0) {
    options.output.log(
      'warning',
      `${untold} sockets of volume ${name} are more than a result can hold, and are not kept`,
    );
  }
  const { told, code } = run;
  const tolerable =
    config.pass === 'bulk' &&
    code === INCOMPLETE &&
    told.serious === 0 &&
    told.vanished > 0;
  if (!told.summary?.snapshot_id || (code !== 0 && !tolerable)) {
    throw failureOf(options, `the backup (${config.pass} pass)`, run);
  }
  return {
    kind: 'backedUp',
    volume: name,
    snapshot: told.summary.snapshot_id,
    files: told.summary.total_files_processed,
    bytesTotal: told.summary.total_bytes_processed,
    bytesSent: told.summary.data_added_packed ?? told.summary.data_added,
    vanished: told.vanished,
    sockets,
    seconds: (Date.now() - startedAt) / 1000,
  };
}
