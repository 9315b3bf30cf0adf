/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { claimOfSet } from './convertedName';
import { ReferenceKind } from './ReferenceKind';

/**
 * Claim templates cannot be changed: the set is made anew with templates of other names, so that the old claims stay
 * untouched under theirs, and the way back is the same way (MTC does it so too). Its pods have all ended.
 */
export const statefulSet: ReferenceKind = {
  kind: 'StatefulSet',
  podSpecOf: object => object.spec.template.spec,
  propagation: 'Orphan',
  swapMore(set, claims, suffix) {
    const renamed = new Set<string>();
    for (const template of set.spec.volumeClaimTemplates ?? []) {
      const [target] = [...claims]
        .filter(
          ([claim]) =>
            claimOfSet(claim, [set])?.template === template.metadata.name,
        )
        .map(([, planned]) => planned);
      delete template.status;
      delete template.metadata.creationTimestamp;
      if (!target) {
        continue;
      }
      renamed.add(template.metadata.name);
      template.metadata.name += suffix;
      template.spec.storageClassName = target.storageClass;
      template.spec.accessModes = target.accessModes;
    }
    const { containers = [], initContainers = [] } = set.spec.template.spec;
    for (const container of [...containers, ...initContainers]) {
      for (const mount of [
        ...(container.volumeMounts ?? []),
        ...(container.volumeDevices ?? []),
      ]) {
        if (renamed.has(mount.name)) {
          mount.name += suffix;
        }
      }
    }
  },
};
