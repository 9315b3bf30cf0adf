/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { dirname, join } from 'node:path';
import { run } from '../command';

export interface ImageConfig {
  name: string;
  entrypoint: string[];
  user?: string;
  env?: string[];
}

/** Wraps layers (uncompressed tar files) as a docker archive, which containerd and registries' tools import. */
export async function writeImageArchive(
  target: string,
  layers: string[],
  config: ImageConfig,
): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}.`);
  try {
    const digests: string[] = [];
    for (const layer of layers) {
      digests.push(await sha256(layer));
    }
    const description = JSON.stringify({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: {
        Entrypoint: config.entrypoint,
        User: config.user ?? '',
        Env: config.env ?? [
          'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        ],
      },
      rootfs: {
        type: 'layers',
        diff_ids: digests.map(digest => `sha256:${digest}`),
      },
    });
    const configFile = `${createHash('sha256')
      .update(description)
      .digest('hex')}.json`;
    writeFileSync(join(work, configFile), description);
    const names: string[] = [];
    for (const [index, layer] of layers.entries()) {
      const name = `${digests[index]}.tar`;
      await run('cp', ['--reflink=auto', layer, join(work, name)], {
        deadlineSeconds: 300,
      });
      names.push(name);
    }
    writeFileSync(
      join(work, 'manifest.json'),
      JSON.stringify([
        { Config: configFile, RepoTags: [config.name], Layers: names },
      ]),
    );
    await run(
      'tar',
      [
        'cf',
        `${target}.new`,
        '-C',
        work,
        'manifest.json',
        configFile,
        ...new Set(names),
      ],
      { deadlineSeconds: 300 },
    );
    renameSync(`${target}.new`, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
