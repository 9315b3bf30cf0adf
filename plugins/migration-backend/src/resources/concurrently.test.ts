/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { concurrently } from './concurrently';

const soon = () => new Promise(resolve => setTimeout(resolve, 5));

it('works on so many at once, and gives results in order', async () => {
  let now = 0;
  let most = 0;
  const results = await concurrently(2, [1, 2, 3, 4, 5], async n => {
    now += 1;
    most = Math.max(most, now);
    await soon();
    now -= 1;
    return n * 10;
  });
  expect(results).toEqual([10, 20, 30, 40, 50]);
  expect(most).toBe(2);
  expect(await concurrently(2, [], soon)).toEqual([]);
});

it('begins nothing more after an error', async () => {
  const begun: number[] = [];
  await expect(
    concurrently(2, [1, 2, 3, 4, 5, 6], async n => {
      begun.push(n);
      await soon();
      if (n === 1) {
        throw new Error('one');
      }
    }),
  ).rejects.toThrow('one');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(begun).toEqual([1, 2]);
});

it('is over when it throws', async () => {
  const ended: number[] = [];
  await expect(
    concurrently(2, [1, 2, 3], async n => {
      if (n === 1) {
        throw new Error('first');
      }
      await soon();
      ended.push(n);
    }),
  ).rejects.toThrow('first');
  expect(ended).toEqual([2]);
});
