/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { timesOf } from './percentiles';

describe('timesOf', () => {
  it('takes the smallest time that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(timesOf(hundred)).toEqual({
      requests: 100,
      p50: 50,
      p95: 95,
      max: 100,
    });
    expect(timesOf([7.04])).toEqual({ requests: 1, p50: 7, p95: 7, max: 7 });
  });
});
