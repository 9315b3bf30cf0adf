/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Given by the cluster itself. */
const generatedLabels = ['kubernetes.io/metadata.name'];

/** The destination's namespace with the source's labels and annotations, as MTC does. */
export function namespaceFor(
  original: KubernetesObject,
  name: string,
): KubernetesObject {
  const labels = Object.entries(original.metadata.labels ?? {}).filter(
    ([key]) => !generatedLabels.includes(key),
  );
  const annotations = Object.entries(
    original.metadata.annotations ?? {},
  ).filter(([key]) => !key.startsWith('kubectl.kubernetes.io/'));
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
