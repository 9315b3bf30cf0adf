/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canRun,
  down,
  ElapsedProgress,
  ensurePackages,
  up,
} from '@namespace-migration/local-clusters';

const repository = join(__dirname, '../..');
const progress = new ElapsedProgress(line => process.stdout.write(`${line}\n`));

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * They cut the network between the clusters, or have definitions of OpenShift's kinds that others would notice (movers
 * would wait for a router): nothing else may run beside them.
 */
const disturbing = '/(endpoints|faults|objects)\\.clustertest';
/** Starts clusters of its own. */
const ownClusters = '/localClusters\\.clustertest';

/** Every test there is: static checks, unit tests, then the tests on two real clusters. */
async function main(): Promise<number> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const add = (counts: Counts) => {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  };
  const able = canRun();
  if (able.ok) {
    // tests of the mover use the same programs as its image, and a registry; people use the portal in a browser
    await ensurePackages(
      [
        'rsync',
        'attr',
        'acl',
        'openssl',
        'skopeo',
        'docker-registry',
        'chromium',
      ],
      progress,
    );
  }
  progress.step('Type check');
  add(await check('tsc', ['-p', '.', '--noEmit', '--incremental', 'false']));
  progress.step('Unit tests');
  add(await jest(['repo', 'test', '--watchAll=false']));
  progress.step('Lint');
  add(await check('backstage-cli', ['repo', 'lint']));
  const given = process.argv.slice(2);
  if (given.length > 0) {
    progress.step('The demo on the clusters that were given');
    add(await demo(given));
  } else if (able.ok) {
    const instance = 9;
    const environment = { instance, progress };
    try {
      await down(environment);
      // whoever waited for them would do so beside everything else
      const [built, started] = await Promise.all([
        check(process.execPath, [
          '--import',
          'tsx',
          join(repository, 'packages/backend/src/buildApps.ts'),
          'app',
          'app-legacy',
        ]),
        up(environment),
      ]);
      add(built);
      const onClusters = (...options: string[]) =>
        clusterTests(options, instance, started.stateDir).then(add);
      // most of a test is waiting for pods
      await onClusters(
        '--maxWorkers=4',
        `--testPathIgnorePatterns=${disturbing}|${ownClusters}`,
      );
      await Promise.all([
        onClusters('--runInBand', `--testPathPatterns=${disturbing}`),
        onClusters('--runInBand', `--testPathPatterns=${ownClusters}`).then(
          async () => {
            progress.step('The demo, smaller than it is shown');
            add(
              await demo([
                '--instance',
                '8',
                '--database-size',
                '60',
                '--files',
                '3000',
              ]),
            );
          },
        ),
      ]);
    } finally {
      await down(environment);
    }
  } else {
    process.stdout.write(
      `The tests on real clusters are skipped: ${able.reason}. They need root on Debian; or give clusters that you have: npm test -- --source-kubeconfig FILE --destination-kubeconfig FILE --mover-image NAME --demo-image NAME\n`,
    );
    add({ passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1 });
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed${skipped}\n`,
  );
  return total.failed > 0 || (process.env.CI && total.skipped > 0) ? 1 : 0;
}

function clusterTests(
  options: string[],
  instance: number,
  stateDir: string,
): Promise<Counts> {
  const cwd = join(repository, 'e2e');
  return jest(
    [
      'package',
      'test',
      '--watchAll=false',
      '--config',
      join(cwd, 'clusterTests.jest.config.js'),
      ...options,
    ],
    cwd,
    {
      NAMESPACE_MIGRATION_INSTANCE: String(instance),
      NAMESPACE_MIGRATION_STATE: stateDir,
    },
  );
}

/** The whole round of the demo, judged by its own independent checks, counts as one test. */
async function demo(options: string[]): Promise<Counts> {
  const dir = mkdtempSync(join(tmpdir(), 'demo-'));
  try {
    return await check(process.execPath, [
      '--import',
      'tsx',
      join(__dirname, 'demo.ts'),
      '--once',
      '--report',
      join(dir, 'report.json'),
      ...options,
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function run(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: `${join(repository, 'node_modules/.bin')}:${process.env.PATH}`,
        CI: 'true',
        ...env,
      },
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

async function check(command: string, args: string[]): Promise<Counts> {
  const ok = (await run(command, args, repository)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Counts are jest's own; a run that ends badly without a failed test (a suite that does not load) counts as one. */
async function jest(
  args: string[],
  cwd = repository,
  env: Record<string, string> = {},
): Promise<Counts> {
  const dir = mkdtempSync(join(tmpdir(), 'jest-'));
  const file = join(dir, 'result.json');
  try {
    const code = await run(
      'backstage-cli',
      [...args, '--json', `--outputFile=${file}`],
      cwd,
      env,
    );
    if (!existsSync(file)) {
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  },
);
