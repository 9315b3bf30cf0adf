/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import cloneDeep from 'lodash/cloneDeep';
import { ConvertedClaims } from './ConvertedClaims';
import { claimOfSet } from './convertedName';
import { referenceKinds } from './index';
import { ReferenceKind } from './ReferenceKind';

export function referenceKindOf(kind: string): ReferenceKind | undefined {
  return referenceKinds.find(candidate => candidate.kind === kind);
}

/** The claims that a workload names, itself or through the templates of a StatefulSet, of those that are converted. */
export function claimsNamedBy(
  object: KubernetesObject,
  claims: ConvertedClaims,
): string[] {
  const kind = referenceKindOf(object.kind);
  const volumes: any[] = kind?.podSpecOf(object)?.volumes ?? [];
  const named = new Set(
    volumes.map(volume => volume.persistentVolumeClaim?.claimName),
  );
  return [...claims.keys()].filter(
    claim =>
      named.has(claim) ||
      (object.kind === 'StatefulSet' && claimOfSet(claim, [object])),
  );
}

/** The workload with the new claims in place of the old ones; all else is as it was. */
export function swapReferences(
  original: KubernetesObject,
  claims: ConvertedClaims,
  suffix: string,
): KubernetesObject {
  const kind = referenceKindOf(original.kind);
  const object = cloneDeep(original);
  if (!kind || claimsNamedBy(original, claims).length === 0) {
    return object;
  }
  for (const volume of kind.podSpecOf(object).volumes ?? []) {
    const { persistentVolumeClaim } = volume;
    const target = claims.get(persistentVolumeClaim?.claimName);
    if (target) {
      persistentVolumeClaim.claimName = target.claim;
    }
  }
  kind.swapMore?.(object, claims, suffix);
  return object;
}
