/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { quantityValue } from '../../volumes/quantityValue';

export type Resources = Record<string, number>;

/** What the scheduler and quotas count for one pod: cores and bytes. Init containers run one after the other. */
export function podResources(
  spec: any,
  field: 'requests' | 'limits',
): Resources {
  const sum: Resources = {};
  for (const container of spec.containers ?? []) {
    for (const [name, value] of entriesOf(container, field)) {
      sum[name] = (sum[name] ?? 0) + value;
    }
  }
  for (const container of spec.initContainers ?? []) {
    for (const [name, value] of entriesOf(container, field)) {
      sum[name] = Math.max(sum[name] ?? 0, value);
    }
  }
  for (const [name, value] of Object.entries(spec.overhead ?? {})) {
    sum[name] = (sum[name] ?? 0) + quantityValue(String(value));
  }
  return sum;
}

/** A limit without a request is a request too. */
function entriesOf(
  container: any,
  field: 'requests' | 'limits',
): Array<[string, number]> {
  const { requests, limits } = container.resources ?? {};
  const asked = field === 'requests' ? { ...limits, ...requests } : limits;
  return Object.entries(asked ?? {}).map(([name, value]) => [
    name,
    quantityValue(String(value)),
  ]);
}
