/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['1024', 1024],
    ['1k', 1000],
    ['1Ki', 1024],
    ['10Gi', 10 * 2 ** 30],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['2T', 2e12],
    ['1Ei', 2 ** 60],
    ['1e3', 1000],
    ['12E2', 1200],
    ['3E', 3e18],
    // requests of fractions of a byte are legal and mean the next whole one
    ['1500m', 2],
    ['0.3', 1],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseQuantity(text)).toBe(bytes);
  });

  it.each(['', 'ten', '1 Gi', '1GB', '-1Gi', '1gi', 'Gi', '1.Gi', '0x10'])(
    '%p is none',
    text => {
      expect(() => parseQuantity(text)).toThrow(
        `'${text}' is no Kubernetes quantity; write for example 10Gi`,
      );
    },
  );
});
