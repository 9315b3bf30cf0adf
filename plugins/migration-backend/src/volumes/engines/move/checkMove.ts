/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { VolumeCheckContext } from '@namespace-migration/plugin-migration-node';
import { nodesFor } from './nodesFor';
import { sourceVolume } from './volumeObjects';

const secretFields = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodeStageSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

/** What would keep the destination from mounting the volume. */
export async function checkMove(
  { planId, source, destination }: VolumeCheckContext,
  volume: PlannedVolume,
): Promise<Condition[]> {
  const original = await sourceVolume(source, volume);
  const { name } = original.metadata;
  const claim = `${volume.namespace}/${volume.claim}`;
  const conditions: Condition[] = [];
  const critical = (type: string, message: string) =>
    conditions.push({
      type,
      category: 'Critical',
      message,
      object: {
        cluster: source.name,
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        name,
      },
    });
  const there = await destination.get({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    name,
  });
  if (there?.metadata.uid === original.metadata.uid) {
    critical(
      'MoveWithinCluster',
      `Claim ${claim} cannot be moved: ${source.name} and ${destination.name} are the same cluster. Copy it, or convert its storage.`,
    );
    return conditions;
  }
  const owner = there?.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION];
  if (there && owner !== planId) {
    critical(
      'PersistentVolumeExists',
      `PersistentVolume ${name} of claim ${claim} exists on ${destination.name} and was not created by this plan. If an earlier migration left it there, delete it; its data stays where its policy is Retain.`,
    );
  }
  const nodes = await destination.list({ apiVersion: 'v1', kind: 'Node' });
  if (nodesFor(original, nodes).length === 0) {
    critical(
      'NoNodeForVolume',
      `No node of ${destination.name} fits the node affinity of PersistentVolume ${name} of claim ${claim}. Copy the claim instead of moving it.`,
    );
  }
  const { csi } = original.spec;
  if (csi) {
    const driver = await destination.get({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIDriver',
      name: csi.driver,
    });
    if (!driver) {
      critical(
        'DriverNotFound',
        `Claim ${claim} needs CSI driver ${csi.driver}, which ${destination.name} does not have. Install it there, or copy the claim.`,
      );
    }
    for (const field of secretFields) {
      const secret = csi[field];
      if (
        secret &&
        !(await destination.get({
          apiVersion: 'v1',
          kind: 'Secret',
          namespace: secret.namespace,
          name: secret.name,
        }))
      ) {
        critical(
          'DriverSecretNotFound',
          `PersistentVolume ${name} of claim ${claim} names Secret ${secret.namespace}/${secret.name}, which is not on ${destination.name}. Create it there with the storage's credentials.`,
        );
      }
    }
  }
  return conditions;
}
