/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterInput } from '@namespace-migration/plugin-migration-common';
import { bytesOf, Manifest, MtcField, nameOf, neededText } from './manifest';
import { ManifestSecrets } from './ManifestSecrets';

export const migClusterFields: MtcField[] = [
  { field: 'spec.isHostCluster', becomes: 'connection.kind inCluster' },
  { field: 'spec.url', becomes: 'connection.server' },
  {
    field: 'spec.serviceAccountSecretRef',
    becomes: 'connection.token, from key saToken of the Secret',
  },
  { field: 'spec.caBundle', becomes: 'connection.caBundle' },
  {
    field: 'spec.insecure',
    loss: 'The certificate of an API server is always verified; give its caBundle',
  },
  {
    field: 'spec.azureResourceGroup',
    loss: 'It is for native snapshots of Azure disks, which are not used; snapshots are those of the CSI driver',
  },
  {
    field: 'spec.restartRestic',
    loss: 'There is no agent on the nodes that could need a restart',
  },
  {
    field: 'spec.exposedRegistryPath',
    loss: 'Container images are not copied; the destination pulls the same images',
  },
  {
    field: 'spec.refresh',
    becomes: 'nothing to set: every check of a plan looks anew',
  },
  {
    field: 'spec.storageClasses',
    becomes: 'nothing to set: classes are read from the cluster',
  },
  {
    field: 'spec.clusterRef',
    loss: 'Clusters of the cluster registry (MTC before 1.2) are registered by url',
  },
];

/** @throws ManifestRefused */
export function readMigCluster(
  manifest: Manifest,
  secrets: ManifestSecrets,
): ClusterInput {
  const { spec } = manifest;
  const name = nameOf(manifest);
  if (spec.isHostCluster === true) {
    return { name, connection: { kind: 'inCluster' } };
  }
  const caBundle = bytesOf(spec.caBundle, 'spec.caBundle');
  return {
    name,
    connection: {
      kind: 'serviceAccount',
      server: neededText(spec.url, 'spec.url'),
      token: secrets.value(
        spec.serviceAccountSecretRef,
        'saToken',
        'spec.serviceAccountSecretRef',
      ),
      ...(caBundle && { caBundle }),
    },
  };
}
