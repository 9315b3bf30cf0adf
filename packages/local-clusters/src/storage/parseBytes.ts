/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
const factors: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Bytes of a quantity as claims have them. @throws when it is none */
export function parseBytes(quantity: string): number {
  const match = /^(\d+)(k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(quantity);
  if (!match) {
    throw new Error(`'${quantity}' is no whole quantity of bytes`);
  }
  return Number(match[1]) * factors[match[2] ?? ''];
}
