/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { buildAppBundle } from './appBundle';

// Builds what startPortal.ts would build first: node --import tsx packages/backend/src/buildApps.ts [app] [app-legacy]
async function main(): Promise<void> {
  for (const name of process.argv.slice(2)) {
    await buildAppBundle(name, line =>
      process.stdout.write(`${name}: ${line}\n`),
    );
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
