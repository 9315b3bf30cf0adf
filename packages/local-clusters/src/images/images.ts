/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { cacheDir } from '../cacheDir';
import { run } from '../command';
import { ensurePackages } from '../machine/debianPackages';
import type { Progress } from '../progress';
import { sha256, writeImageArchive, type ImageConfig } from './archive';
import { debianLayer } from './debianLayer';

export const pauseImage = 'localhost/namespace-migration/pause:local';
export const moverImage = 'localhost/namespace-migration/mover:local';
export const demoImage = 'localhost/namespace-migration/demo:local';

/** Same packages as packages/mover/Dockerfile. */
export const moverPackages = [
  'rsync',
  'restic',
  'skopeo',
  'docker-registry',
  'nodejs',
  'attr',
  'acl',
  'tini',
  'ca-certificates',
];
/** What e2e/demo-application runs on. */
const demoPackages = [
  'postgresql',
  'nginx-light',
  'python3',
  'python3-psycopg2',
  'attr',
  'acl',
  'curl',
  'tini',
];

const repository = join(__dirname, '../../../..');

/** Archives of all images, built where they are not in the cache. */
export async function buildImages(
  progress: Progress,
): Promise<Record<string, string>> {
  return {
    [pauseImage]: await pauseArchive(progress),
    [moverImage]: await moverArchive(progress),
    [demoImage]: await archive(
      [
        await debianLayer(
          { release: 'bookworm', packages: demoPackages },
          progress,
        ),
      ],
      {
        name: demoImage,
        entrypoint: ['/usr/bin/tini', '--'],
      },
    ),
  };
}

/** The pod sandbox needs a process that does nothing: busybox's sleep. */
async function pauseArchive(progress: Progress): Promise<string> {
  await ensurePackages(['busybox-static'], progress);
  const layer = await layerOf([['/bin/busybox', 'bin/busybox']]);
  return archive([layer], {
    name: pauseImage,
    entrypoint: ['/bin/busybox', 'sleep', '2147483647'],
  });
}

/** Debian's packages in one layer that seldom changes, our program in a thin one above it. */
export async function moverArchive(progress: Progress): Promise<string> {
  const base = await debianLayer(
    { release: 'trixie', packages: moverPackages },
    progress,
  );
  const bundle = join(repository, 'packages/mover/dist/mover.cjs');
  progress.step('Bundling the mover');
  await run(join(repository, 'node_modules/.bin/esbuild'), [
    join(repository, 'packages/mover/src/main.ts'),
    '--bundle',
    '--platform=node',
    '--target=node20',
    '--log-level=error',
    `--outfile=${bundle}`,
  ]);
  const layer = await layerOf([[bundle, 'usr/local/lib/mover/mover.cjs']]);
  return archive([base, layer], {
    name: moverImage,
    entrypoint: [
      '/usr/bin/tini',
      '--',
      '/usr/bin/node',
      '/usr/local/lib/mover/mover.cjs',
    ],
  });
}

async function layerOf(
  files: Array<[from: string, to: string]>,
): Promise<string> {
  mkdirSync(cacheDir('images'), { recursive: true });
  const work = mkdtempSync(cacheDir('images', 'layer-'));
  try {
    for (const [from, to] of files) {
      mkdirSync(join(work, 'root', to, '..'), { recursive: true });
      cpSync(from, join(work, 'root', to));
    }
    const tar = join(work, 'layer.tar');
    await run('tar', [
      'cf',
      tar,
      '--sort=name',
      '--mtime=@0',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '-C',
      join(work, 'root'),
      '.',
    ]);
    const target = cacheDir(
      'images',
      `layer-${(await sha256(tar)).slice(0, 16)}.tar`,
    );
    if (!existsSync(target)) {
      cpSync(tar, target);
    }
    return target;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function archive(layers: string[], config: ImageConfig): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([layers, config]))
    .digest('hex')
    .slice(0, 16);
  const target = cacheDir('images', `image-${key}.tar`);
  if (!existsSync(target)) {
    await writeImageArchive(target, layers, config);
    writeFileSync(`${target}.name`, config.name);
  }
  return target;
}
