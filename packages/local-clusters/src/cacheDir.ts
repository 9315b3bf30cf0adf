/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is costly to make and the same for every checkout: Kubernetes binaries and image layers. */
export function cacheDir(...parts: string[]): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'namespace-migration', ...parts);
}
