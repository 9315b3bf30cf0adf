/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Given by the cluster itself. */
const generatedLabels = ['kubernetes.io/metadata.name'];
/** OpenShift's: the user and group ids and the SELinux level of the namespace's pods. */
export const rangeAnnotations = [
  'openshift.io/sa.scc.uid-range',
  'openshift.io/sa.scc.supplemental-groups',
  'openshift.io/sa.scc.mcs',
];

/** The destination's namespace with the source's labels and annotations, as MTC does. */
export function namespaceFor(
  original: KubernetesObject,
  name: string,
  /** `assign` leaves the ranges to the destination. */
  ranges: 'keep' | 'assign' = 'keep',
): KubernetesObject {
  const labels = Object.entries(original.metadata.labels ?? {}).filter(
    ([key]) =>
      !generatedLabels.includes(key) &&
      !key.startsWith('olm.operatorgroup.uid/'),
  );
  const annotations = Object.entries(
    original.metadata.annotations ?? {},
  ).filter(
    ([key]) =>
      !key.startsWith('kubectl.kubernetes.io/') &&
      !(ranges === 'assign' && rangeAnnotations.includes(key)),
  );
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: Object.fromEntries(labels),
      annotations: Object.fromEntries(annotations),
    },
  };
}
