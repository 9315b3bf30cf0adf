/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { StoredHookRun } from '../database/DatabaseHookRuns';
import { nextStep } from './nextStep';

const start = Date.parse('2026-11-30T10:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const hook = (rest: Partial<HookInput> = {}): HookInput => ({
  name: 'h',
  kind: 'script',
  retries: 2,
  deadlineSeconds: 100,
  ...rest,
});
const run = (
  attempt: number,
  state: StoredHookRun['state'],
  rest: Partial<StoredHookRun> = {},
): StoredHookRun => ({
  id: `r${attempt}`,
  phase: 'PreBackup',
  position: 0,
  attempt,
  hook: 'h',
  kind: 'script',
  state,
  startedAt: at(attempt),
  endedAt: at(attempt + 1),
  outputs: {},
  ...rest,
});
const does = (runs: StoredHookRun[], given = hook(), seconds = 60) => {
  const step = nextStep(runs, given, start + seconds * 1000);
  return step.do === 'begin' ? `begin ${step.attempt}` : step.do;
};

describe('nextStep', () => {
  it.each<[string, StoredHookRun[], string]>([
    ['nothing ran', [], 'begin 1'],
    ['recorded, and the backend died', [run(1, 'starting')], 'watch'],
    ['under way', [run(1, 'running')], 'watch'],
    ['done', [run(1, 'succeeded')], 'end'],
    ['failed once', [run(1, 'failed')], 'begin 2'],
    ['the second is under way', [run(1, 'failed'), run(2, 'running')], 'watch'],
    ['failed, then done', [run(1, 'failed'), run(2, 'succeeded')], 'end'],
    [
      'failed as often as it may',
      [run(1, 'failed'), run(2, 'failed'), run(3, 'failed')],
      'end',
    ],
    ['refused', [run(1, 'failed', { status: 404 })], 'end'],
    ['busy', [run(1, 'failed', { status: 429 })], 'begin 2'],
    ['broken', [run(1, 'failed', { status: 503 })], 'begin 2'],
  ])('%s', (_name, runs, expected) => {
    expect(does(runs)).toBe(expected);
  });

  it('waits longer each time, and not beyond the deadline', () => {
    expect(does([run(1, 'failed')], hook(), 3.9)).toBe('pause');
    expect(does([run(1, 'failed')], hook(), 4)).toBe('begin 2');
    const second = [run(1, 'failed'), run(2, 'failed')];
    expect(does(second, hook(), 6.9)).toBe('pause');
    expect(does(second, hook(), 7)).toBe('begin 3');
    expect(does([run(1, 'failed', { endedAt: at(99.5) })], hook(), 100)).toBe(
      'end',
    );
  });

  it("takes MTC's numbers where nothing is said", () => {
    const bare = { name: 'h', kind: 'script' as const };
    const failedRuns = (count: number) =>
      Array.from({ length: count }, (_, index) => run(index + 1, 'failed'));
    expect(does(failedRuns(5), bare, 1000)).toBe('begin 6');
    expect(does(failedRuns(6), bare, 1000)).toBe('end');
    expect(nextStep([run(1, 'running')], bare, start)).toMatchObject({
      deadline: start + 1801_000,
    });
  });
});
