/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { basename, dirname, join } from 'node:path';
import {
  MoverOutcome,
  RestoreConfig,
} from '@namespace-migration/plugin-migration-common';
import { clearTheWay, removeDirectoryAt, specialIn } from './clearTheWay';
import { failureOf } from './openRepository';
import { runRestic, RunResticOptions } from './runRestic';
import { restoreSockets } from './sockets';

export interface RestoreOptions extends RunResticOptions {
  config: RestoreConfig;
}

/**
 * The volume becomes what the snapshot has. What is there is not fetched again, as far as `overwrite` lets it be believed;
 * what the snapshot has not is deleted.
 * @throws MoverError
 */
export async function restore(options: RestoreOptions): Promise<MoverOutcome> {
  const { config } = options;
  const startedAt = Date.now();
  const { path, name } = config.volume;
  await clear(options);
  const run = await runRestic(options, [
    'restore',
    config.snapshot,
    '--target',
    dirname(path),
    '--delete',
    '--exclude',
    `/${basename(path)}/lost+found`,
    '--overwrite',
    config.overwrite,
    '--sparse',
    ...(config.bandwidthLimitKiB
      ? ['--limit-download', String(config.bandwidthLimitKiB)]
      : []),
  ]);
  const { told, code } = run;
  if (code !== 0 || !told.summary || told.serious + told.vanished > 0) {
    throw failureOf(options, 'the restore', run);
  }
  await restoreSockets(path, config.sockets);
  const { summary } = told;
  return {
    kind: 'restored',
    volume: name,
    files: (summary.files_restored ?? 0) + (summary.files_skipped ?? 0),
    bytesTotal: (summary.bytes_restored ?? 0) + (summary.bytes_skipped ?? 0),
    bytesWritten: summary.bytes_restored ?? 0,
    deleted: summary.files_deleted ?? 0,
    seconds: (Date.now() - startedAt) / 1000,
  };
}

/** What lies in the snapshot's way is removed. */
async function clear(options: RestoreOptions): Promise<void> {
  const { snapshot, volume } = options.config;
  await clearTheWay(volume.path);
  const listing = await runRestic(options, ['ls', snapshot], {
    onLine: line => {
      const node = specialIn(line);
      if (node) {
        removeDirectoryAt(join(dirname(volume.path), node.path));
      }
    },
  });
  if (listing.code !== 0) {
    throw failureOf(options, 'listing the snapshot', listing);
  }
  for (const { path } of options.config.sockets) {
    removeDirectoryAt(
      join(volume.path, Buffer.from(path, 'base64').toString()),
    );
  }
}
