/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';

/** What the choice of claims says about them together. */
export function checkTargets(
  input: PlanInput,
  volumes: PlannedVolume[],
): Condition[] {
  const conditions: Condition[] = [];
  const objectOf = ({ namespace, claim }: PlannedVolume) => ({
    cluster: input.source,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace,
    name: claim,
  });
  const taken = new Map<string, PlannedVolume>();
  for (const volume of volumes) {
    const { namespace, claim, target } = volume;
    if (volume.action === 'skip') {
      const index = (input.volumes ?? []).findIndex(
        chosen =>
          chosen.namespace === namespace &&
          chosen.claim === claim &&
          chosen.action !== 'skip',
      );
      if (index >= 0 && (input.type ?? 'full') !== 'full') {
        conditions.push({
          type: 'ClaimNotBound',
          category: 'Critical',
          field: `volumes[${index}].claim`,
          message: `Claim ${namespace}/${claim} has no volume yet, so there is nothing to bring. Start a pod that mounts it, or leave it out of the plan.`,
          object: objectOf(volume),
        });
      }
      continue;
    }
    const name = `${target.namespace}/${target.claim}`;
    const other = taken.get(name);
    if (other) {
      conditions.push({
        type: 'TargetClaimTwice',
        category: 'Critical',
        message: `Claims ${other.namespace}/${other.claim} and ${namespace}/${claim} are both to become ${name}. Give one of them another targetClaim.`,
        object: objectOf(volume),
      });
    }
    taken.set(name, volume);
  }
  return conditions;
}
