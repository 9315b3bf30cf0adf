/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { WavePlanState } from '@namespace-migration/plugin-migration-common';
import { nextStarts } from './nextStarts';

/** `a<b,c:Failed` is plan a in state Failed, which comes after b and c; Waiting by default, ! for accepted. */
const plans = (...texts: string[]) =>
  texts.map(text => {
    const [head, state = 'Waiting'] = text.split(':');
    const [planId, after] = head.split('<');
    return {
      planId,
      name: planId.toUpperCase(),
      after: after?.split(',') ?? [],
      state: state.replace('!', '') as WavePlanState,
      accepted: state.endsWith('!'),
    };
  });
const wave = (change: object = {}) => ({
  type: 'cutover' as const,
  concurrency: 2,
  onFailure: 'stop' as const,
  ...change,
});

describe('nextStarts', () => {
  it.each([
    ['no more than may run at once', {}, ['a', 'b', 'c'], ['a', 'b']],
    ['what runs counts', {}, ['a:Running', 'b', 'c'], ['b']],
    ['nothing beside a full wave', { concurrency: 1 }, ['a:Running', 'b'], []],
    ['in the order of the list', { concurrency: 1 }, ['c', 'a'], ['c']],
    [
      'what waits for another makes place for the next',
      {},
      ['a:Running', 'b<a', 'c'],
      ['c'],
    ],
    ['what comes after a success', {}, ['a:Succeeded', 'b<a', 'c<b'], ['b']],
    ['only after all of them', {}, ['a:Succeeded', 'b:Running', 'c<a,b'], []],
    ['nothing while paused', { pausedAt: 'now' }, ['a'], []],
    ['nothing when canceled', { canceledAt: 'now' }, ['a'], []],
    ['nothing after a failure', {}, ['a:Failed', 'b'], []],
    ['nothing after a cancel', {}, ['a:Canceled', 'b'], []],
    ['nothing after a refusal', {}, ['a:Refused', 'b'], []],
    ['all the same after an accepted failure', {}, ['a:Failed!', 'b'], ['b']],
    [
      'all the same when failures do not stop it',
      { onFailure: 'continue' },
      ['a:Failed', 'b'],
      ['b'],
    ],
  ])('starts %s', (_what, change, texts, expected) => {
    expect(nextStarts(wave(change), plans(...texts)).start).toEqual(expected);
  });

  it('stops after a failure, and skips nothing before a person decides', () => {
    expect(nextStarts(wave(), plans('a:Failed', 'b<a', 'c'))).toEqual({
      start: [],
      skip: [],
      pause: true,
    });
  });

  it('does not stop when there is nothing left to start', () => {
    expect(nextStarts(wave(), plans('a:Failed', 'b:Running')).pause).toBe(
      false,
    );
  });

  it('skips what comes after a failure, also what comes after that, however they are listed', () => {
    const next = nextStarts(
      wave({ onFailure: 'continue' }),
      plans('c<b', 'b<a', 'a:Failed', 'd'),
    );
    expect(next.start).toEqual(['d']);
    expect(next.skip).toEqual([
      {
        planId: 'b',
        reason: 'The cutover of plan A, which had to succeed first, failed',
      },
      {
        planId: 'c',
        reason:
          'The cutover of plan B, which had to succeed first, was skipped',
      },
    ]);
  });
});
