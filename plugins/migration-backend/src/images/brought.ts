/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageProgress } from '@namespace-migration/plugin-migration-common';
import { ImageToCopy } from '@namespace-migration/plugin-migration-node';

/**
 * What a plan's migrations have put into registries and what was not there before, each once. The first look decides:
 * a later one finds the copy of the first.
 * @param images of all migrations of the plan, oldest first
 */
export function brought(images: ImageProgress[]): ImageToCopy[] {
  const found = new Map<string, ImageToCopy | undefined>();
  for (const { reference, target, digest, state, destination } of images) {
    const copied = state === 'copied' || state === 'verified';
    const key = `${target} ${digest}`;
    if (target && digest && copied && !found.has(key)) {
      found.set(
        key,
        destination === 'present'
          ? undefined
          : { reference, target, digest, setsTag: true },
      );
    }
  }
  return [...found.values()].filter(image => image !== undefined);
}
