/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterError,
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import { PreflightChecks } from './PreflightChecks';
import { runPreflight } from './runPreflight';

const context = { type: 'full' } as PreflightContext;
const check = (
  name: string,
  run: () => Promise<Condition[]>,
  rest: Partial<PreflightCheck> = {},
): PreflightCheck => ({ name, title: name, run, ...rest });
const found: Condition = { type: 'X', category: 'Warn', message: 'x' };

describe('runPreflight', () => {
  it('runs all, in order, and a check that fails or hangs hides no other', async () => {
    const { checks, conditions } = await runPreflight(
      [
        check('Quiet', async () => []),
        check('Broken', async () => {
          throw new Error('no such thing');
        }),
        check('Hanging', () => new Promise(() => {})),
        check('Finding', async () => [found]),
        check('Other', async () => [found], { appliesTo: () => false }),
      ],
      context,
      0.05,
    );
    expect(
      checks.map(({ name, outcome, conditions: n }) => [name, outcome, n]),
    ).toEqual([
      ['Quiet', 'passed', 0],
      ['Broken', 'failed', 1],
      ['Hanging', 'failed', 1],
      ['Finding', 'found', 1],
    ]);
    expect(conditions.map(({ type, category }) => [type, category])).toEqual([
      ['PreflightCheckFailed', 'Error'],
      ['PreflightCheckFailed', 'Error'],
      ['X', 'Warn'],
    ]);
    expect(conditions[0].message).toContain(
      'Broken could not find out: no such',
    );
    expect(conditions[1].message).toContain('no result within 0.05 s');
  });

  it.each([
    [0, 'rejects'],
    [401, 'rejects'],
    [403, 'resolves'],
  ] as const)('an answer %s of a cluster %s', async (status, how) => {
    const run = runPreflight(
      [
        check('Reading', async () => {
          throw new ClusterError('refused', status, 'Reason', 'a');
        }),
      ],
      context,
    );
    await (how === 'rejects'
      ? expect(run).rejects.toThrow(ClusterError)
      : expect(run).resolves.toMatchObject({
          conditions: [{ type: 'PreflightCheckFailed' }],
        }));
  });
});

it('names of checks are unique', () => {
  const checks = new PreflightChecks([check('A', async () => [])]);
  expect(() => checks.add(check('A', async () => []))).toThrow(
    'two preflight checks named A',
  );
});
