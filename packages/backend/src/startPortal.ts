/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { join } from 'node:path';
import { buildAppBundle } from './appBundle';

// The whole portal from source on one port, app and API:
//   node --import tsx packages/backend/src/startPortal.ts [--config FILE ...]
// It works in packages/backend wherever it is started, as 'yarn workspace backend start' does: paths are relative to that.
// It is ready when GET /.backstage/health/v1/readiness answers 200. The configuration is app-config.yaml, whose
// variables are NAMESPACE_MIGRATION_PORT, _HOST, _DATA, _ENCRYPTION_KEY, _MOVER_IMAGE and _APP.
async function main(): Promise<void> {
  // Guests may sign in only in development.
  process.env.NODE_ENV ??= 'development';
  process.chdir(join(__dirname, '..'));
  await buildAppBundle(process.env.NAMESPACE_MIGRATION_APP ?? 'app', line =>
    process.stdout.write(`${line}\n`),
  );
  await import('./index');
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
