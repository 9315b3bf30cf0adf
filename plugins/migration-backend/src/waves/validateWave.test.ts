/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { validateWave } from './validateWave';

const names = new Map([
  ['a', 'cart'],
  ['b', 'shop'],
  ['c', 'mail'],
]);
const refusal = (...plans: Array<{ planId: string; after?: string[] }>) => {
  try {
    validateWave({ plans }, names);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('validateWave', () => {
  it('takes plans in any order', () => {
    expect(
      refusal(
        { planId: 'a', after: ['b', 'c'] },
        { planId: 'b', after: ['c'] },
        { planId: 'c' },
      ),
    ).toBeUndefined();
  });

  it.each([
    [[{ planId: 'x' }], 'plans[0].planId: there is no plan x'],
    [
      [{ planId: 'a' }, { planId: 'a' }],
      'plans[1].planId: plan cart is in the wave twice; name it once',
    ],
    [
      [{ planId: 'a', after: ['a'] }],
      'plans[0].after: plan cart can only come after other plans of this wave, not after cart',
    ],
    [
      [{ planId: 'a', after: ['b'] }],
      'plans[0].after: plan cart can only come after other plans of this wave, not after shop',
    ],
    [
      [
        { planId: 'a', after: ['b'] },
        { planId: 'b', after: ['a'] },
        { planId: 'c' },
      ],
      'plans: these wait for each other, so that none of them could be started: cart, shop. Remove one of the dependencies',
    ],
  ])('refuses %j', (plans, message) => {
    expect(refusal(...plans)).toBe(message);
  });
});
