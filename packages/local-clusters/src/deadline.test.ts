/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { allOf, DeadlineExceeded, sleep, waitUntil } from './deadline';

describe('waitUntil', () => {
  it('gives what the first successful attempt gave', async () => {
    const answers = [undefined, false, 'ready'];
    await expect(
      waitUntil('x', async () => answers.shift(), {
        seconds: 5,
        intervalMs: 1,
      }),
    ).resolves.toBe('ready');
    expect(answers).toEqual([]);
  });

  it('tells what was awaited, the last error and the explanation when time is up', async () => {
    const late = waitUntil(
      'API server ready',
      async () => {
        throw new Error('connection refused');
      },
      { seconds: 0.05, intervalMs: 5, explain: () => 'the log ends so' },
    );
    await expect(late).rejects.toBeInstanceOf(DeadlineExceeded);
    await expect(late).rejects.toThrow(
      /API server ready: not so after 0.05 s; last error: connection refused\nthe log ends so/,
    );
  });

  it('does not tell an error that a later attempt did not have', async () => {
    let attempts = 0;
    const late = waitUntil(
      'x',
      async () => {
        attempts += 1;
        if (attempts === 1) {
          throw new Error('only at first');
        }
        return false;
      },
      { seconds: 0.05, intervalMs: 1 },
    );
    await expect(late).rejects.not.toThrow('only at first');
  });

  it('ends at once when there is no hope', async () => {
    const started = Date.now();
    await expect(
      waitUntil('x', async () => false, {
        seconds: 60,
        givenUp: () => 'its process has died',
      }),
    ).rejects.toThrow('Gave up waiting for x: its process has died');
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('tries once even without time', async () => {
    await expect(waitUntil('x', async () => 1, { seconds: 0 })).resolves.toBe(
      1,
    );
  });
});

describe('allOf', () => {
  it('fails with the first failure, when all have ended', async () => {
    let ended = false;
    await expect(
      allOf([
        Promise.reject(new Error('no')),
        sleep(50).then(() => {
          ended = true;
        }),
      ]),
    ).rejects.toThrow('no');
    expect(ended).toBe(true);
    await expect(allOf([Promise.resolve(1)])).resolves.toBeUndefined();
  });
});
