/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { quantityValue } from '../volumes/quantityValue';

/** Bytes of a Kubernetes quantity, rounded up. @throws when it is none */
export function parseQuantity(text: string): number {
  return Math.ceil(quantityValue(text));
}
