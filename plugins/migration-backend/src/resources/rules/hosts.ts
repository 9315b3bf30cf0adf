/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HostRule } from '@namespace-migration/plugin-migration-common';

/** The host by the first rule that fits; empty where a rule leaves it to the destination. */
export function hostBy(rules: HostRule[] | undefined, host: string): string {
  for (const { from, to } of rules ?? []) {
    if (from === host) {
      return to.startsWith('*.') ? `${host.split('.')[0]}${to.slice(1)}` : to;
    }
    const below = from.startsWith('*.') && host.endsWith(from.slice(1));
    if (below) {
      return to.startsWith('*.')
        ? `${host.slice(0, -(from.length - 1))}${to.slice(1)}`
        : to;
    }
  }
  return host;
}
