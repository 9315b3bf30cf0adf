/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';

/** The claims of one namespace that are converted: the old name, and what comes instead. */
export type ConvertedClaims = Map<string, PlannedVolume['target']>;

export function convertedClaimsOf(
  volumes: PlannedVolume[],
  namespace: string,
): ConvertedClaims {
  return new Map(
    volumes
      .filter(
        volume => volume.namespace === namespace && volume.action === 'copy',
      )
      .map(({ claim, target }) => [claim, target]),
  );
}
