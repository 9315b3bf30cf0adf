/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';

/** A short name for a volume in names and labels of helpers, which may hold 63 characters. */
export function volumeName(volume: {
  namespace: string;
  claim: string;
}): string {
  const readable = volume.claim
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, 20)
    .replace(/-+$/, '');
  const digest = createHash('sha256')
    .update(`${volume.namespace}/${volume.claim}`)
    .digest('hex')
    .slice(0, 8);
  return `${readable}-${digest}`;
}

/** `nm-<what>-<volume>-<migration>`. */
export function helperName(
  what: string,
  volume: string,
  migrationId: string,
): string {
  return `nm-${what}-${volume}-${migrationId.slice(0, 8)}`;
}
