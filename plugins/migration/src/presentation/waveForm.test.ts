/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  isComplete,
  moved,
  newWaveForm,
  waveInputOf,
  without,
} from './waveForm';

const form = newWaveForm('stage', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);

describe('the form of a wave', () => {
  it('moves plans up and down, and no further than the ends', () => {
    expect(moved(form, 'a', 1).order).toEqual(['b', 'a', 'c']);
    expect(moved(form, 'c', -1).order).toEqual(['a', 'c', 'b']);
    expect(moved(form, 'a', -1)).toBe(form);
    expect(moved(form, 'c', 1)).toBe(form);
  });

  it('forgets a dependency that would wait for what comes later, or is left out', () => {
    const dependent = { ...form, after: { b: 'a', c: 'a' } };
    expect(moved(dependent, 'b', -1).after).toEqual({ c: 'a' });
    expect(without(dependent, 'b').after).toEqual({ c: 'a' });
    expect(without(dependent, 'a')).toMatchObject({
      order: ['b', 'c'],
      after: {},
    });
  });

  it.each([
    ['0', false],
    ['1.5', false],
    ['', false],
    ['101', false],
    ['100', true],
  ])('takes %s at once: %s', (concurrency, expected) => {
    expect(isComplete({ ...form, concurrency })).toBe(expected);
  });

  it('wants a consent for a cutover', () => {
    const cutover = { ...form, type: 'cutover' as const };
    expect(isComplete(cutover)).toBe(false);
    expect(isComplete({ ...cutover, consent: true })).toBe(true);
  });

  it('becomes what the API takes', () => {
    expect(
      waveInputOf({ ...form, name: ' evening ', after: { b: 'a', c: '' } }),
    ).toEqual({
      name: 'evening',
      type: 'stage',
      concurrency: 3,
      onFailure: 'stop',
      plans: [{ planId: 'a' }, { planId: 'b', after: ['a'] }, { planId: 'c' }],
    });
  });
});
