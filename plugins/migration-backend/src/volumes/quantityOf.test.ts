/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { quantityOf } from './quantityOf';

describe('quantityOf', () => {
  it.each([
    [0, '0'],
    [200, '200'],
    [524_288_000, '500Mi'],
    [1_073_741_824, '1Gi'],
    [1_610_612_736, '1536Mi'],
    [1_000_000_000, '1G'],
    [1_000_000_001, '1000000001'],
  ])('writes %d as the API server does', (bytes, quantity) => {
    expect(quantityOf(bytes)).toBe(quantity);
  });
});
