/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync } from 'node:fs';
import { type Migration } from '@namespace-migration/plugin-migration-common';
import { describeDirectory } from '../../independentComparison';
import { websiteClaim } from '../application/website';
import { type ClusterAccess } from '../ClusterAccess';
import { type VolumeEvidence } from '../DemoReport';
import { differentLines } from './differentLines';

/**
 * The proof of every volume. The website's, which nobody writes to, is compared here a second time where both
 * directories are on this machine; the others live on by now, and are looked at row by row.
 */
export async function compareVolumes(
  source: ClusterAccess,
  destination: ClusterAccess,
  namespace: string,
  migration: Migration,
): Promise<VolumeEvidence[]> {
  const evidence: VolumeEvidence[] = [];
  for (const volume of migration.volumes) {
    if (!volume.proof) {
      throw new Error(
        `Volume ${volume.namespace}/${volume.claim} was cut over without a proof`,
      );
    }
    const directories =
      volume.claim === websiteClaim
        ? [
            await localDirectory(source, namespace, volume.claim),
            await localDirectory(
              destination,
              volume.targetNamespace,
              volume.targetClaim,
            ),
          ]
        : [];
    const [from, to] = directories;
    const proof = volume.proof.differences;
    evidence.push({
      namespace: volume.namespace,
      claim: volume.claim,
      files: volume.proof.files,
      bytes: volume.proof.bytes,
      ...(from && to
        ? {
            differences:
              proof +
              differentLines(describeDirectory(from), describeDirectory(to)),
            comparedBy: 'directories',
          }
        : { differences: proof, comparedBy: 'proof' }),
    });
  }
  return evidence;
}

/** A claim's directory, when the volume is one that packages/local-clusters made on this machine. */
async function localDirectory(
  cluster: ClusterAccess,
  namespace: string,
  name: string,
): Promise<string | undefined> {
  const claim = await cluster.call(
    'GET',
    `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`,
  );
  const volume =
    claim?.spec.volumeName &&
    (await cluster.call(
      'GET',
      `/api/v1/persistentvolumes/${claim.spec.volumeName}`,
    ));
  const path = volume?.spec.local?.path;
  return volume?.metadata.annotations?.['pv.kubernetes.io/provisioned-by'] ===
    'namespace-migration.io/directory' && existsSync(path)
    ? path
    : undefined;
}
