/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

const suffixes = {
  1024: ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'],
  1000: ['', 'k', 'M', 'G', 'T', 'P'],
};

/**
 * Bytes in the form that the API server itself writes: it turns 524288000 into 524288k, which a comparison of what
 * was asked with what is there would take for a change.
 */
export function quantityOf(bytes: number): string {
  const base = bytes % 1024 === 0 ? 1024 : 1000;
  let value = bytes;
  let exponent = 0;
  while (
    value > 0 &&
    value % base === 0 &&
    exponent < suffixes[base].length - 1
  ) {
    value /= base;
    exponent += 1;
  }
  return `${value}${suffixes[base][exponent]}`;
}
