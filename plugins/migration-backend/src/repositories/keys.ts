/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RepositoryLocation } from '@namespace-migration/plugin-migration-common';

/** Everything of the portal lies in one folder, below the location's prefix. */
export function keyIn({ prefix }: RepositoryLocation, key: string): string {
  return `${prefix ? `${prefix}/` : ''}namespace-migration/${key}`;
}

/** One folder for a plan, and in it one restic repository for each volume: none waits for another's lock or index. */
export function folderOf(location: RepositoryLocation, planId: string): string {
  return keyIn(location, `plans/${planId}`);
}
