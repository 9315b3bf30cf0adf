/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { formatBytes } from './formatBytes';
import { formatSeconds } from './formatSeconds';
import { humanize } from './humanize';
import { planName } from './planName';

describe('what people read', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KiB'],
    [524_288_000, '500 MiB'],
    [2 ** 30, '1 GiB'],
    [10 * 2 ** 40, '10 TiB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0.131, '131 ms'],
    [59.6, '1 min'],
    [185, '3 min 5 s'],
    [7_800, '2 h 10 min'],
    [86_400, '1 d'],
    [93_784, '1 d 2 h'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });

  it('names are taken apart', () => {
    expect(humanize('FinalVolumePass')).toBe('Final volume pass');
  });

  it('a plan gets a legal name from any entity', () => {
    expect(planName('Web_Shop.v2', 'west')).toBe('web-shop-v2-to-west');
    expect(planName('x'.repeat(62), 'west')).toBe('x'.repeat(62));
  });
});
