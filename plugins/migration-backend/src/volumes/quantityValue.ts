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
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
  m: 1e-3,
};

/** The number that a Kubernetes quantity stands for: bytes, or cores. @throws when it is none */
export function quantityValue(text: string): number {
  const match =
    /^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(Ki|Mi|Gi|Ti|Pi|Ei|m|k|M|G|T|P|E)?$/.exec(
      text,
    );
  if (!match) {
    throw new Error(
      `'${text}' is no Kubernetes quantity; write for example 10Gi`,
    );
  }
  return Number(match[1]) * factors[match[2] ?? ''];
}
