/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { build } from 'esbuild';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

const dev = join(__dirname, '../../plugins/migration-backend/dev');

/**
 * Jest's globalSetup: the backend's own sources in one file, whose path is NAMESPACE_MIGRATION_TEST_BACKEND. Tests kill
 * their backends dozens of times, and of each start transpiling would be half.
 */
export default async function buildTestBackend(): Promise<void> {
  // beside the sources, whose packages it asks for
  const bundle = join(dev, 'dist/index.cjs');
  // two runs of jest may be beside each other
  const outfile = `${bundle}.${process.pid}`;
  await build({
    entryPoints: [join(dev, 'index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
    plugins: [
      {
        name: 'only what is ours',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@namespace-migration/')
              ? undefined
              : { path, external: true },
          ),
      },
    ],
  });
  await rename(outfile, bundle);
  process.env.NAMESPACE_MIGRATION_TEST_BACKEND = bundle;
}
