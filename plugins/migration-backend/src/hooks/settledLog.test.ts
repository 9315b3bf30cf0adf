/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { settledLog } from './settledLog';

describe('settledLog', () => {
  /** What each reading finds; the last one stays. */
  const reading = (...found: Array<string | undefined>) =>
    jest.fn(async () => (found.length > 1 ? found.shift()! : found[0]));

  it.each([
    [['all'], 'all', 2],
    [['', '', '', 'late'], 'late', 5],
    [['a', 'ab', 'abc'], 'abc', 4],
    [[''], '', 4],
    [[undefined, undefined, undefined, undefined, '', 'late'], 'late', 7],
    [[undefined], '', 31],
  ])('of %j is %j after %d readings', async (found, log, readings) => {
    const read = reading(...found);
    expect(await settledLog(read, 1)).toBe(log);
    expect(read).toHaveBeenCalledTimes(readings);
  });

  it('does not wait for ever', async () => {
    let n = 0;
    const read = jest.fn(async () => String(n++));
    expect(await settledLog(read, 1)).toBe('59');
  });
});
