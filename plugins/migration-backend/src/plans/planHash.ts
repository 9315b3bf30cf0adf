/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { createHash } from 'node:crypto';

/** Decisions of a planned volume. What is only seen of it (who mounts it, its size now) changes by itself. */
const decided = [
  'namespace',
  'claim',
  'storageClass',
  'accessModes',
  'volumeMode',
  'action',
  'copyMethod',
  'verify',
  'stageFrom',
  'target',
] as const;

/** SHA-256 in hex of what a plan will do: its input and what was decided about its volumes. */
export function planHash(plan: {
  input: PlanInput;
  volumes: PlannedVolume[];
}): string {
  const volumes = plan.volumes
    .map(volume =>
      canonical(
        Object.fromEntries(decided.map(field => [field, volume[field]])),
      ),
    )
    .sort();
  return createHash('sha256')
    .update(canonical({ input: plan.input, volumes }))
    .digest('hex');
}

/** JSON with sorted keys and without what is undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
