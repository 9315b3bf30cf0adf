/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { isGivenBack, MigratedObjectRow } from '../database/migrationRecord';
import { waveOf } from './waves';

/**
 * Brings one object to the destination. The intent is recorded first and the uid after: a crash between the two is
 * mended by the annotation, which says whose object it is.
 */
export async function applyRecorded(
  destination: ClusterClient,
  store: FencedMigrationStore,
  planId: string,
  object: KubernetesObject,
  action: MigratedObjectRow['action'],
  previous?: KubernetesObject,
): Promise<KubernetesObject> {
  const asked: KubernetesObject = {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [MIGRATED_BY_PLAN_ANNOTATION]: planId,
      },
    },
  };
  const row: MigratedObjectRow = {
    apiVersion: asked.apiVersion,
    kind: asked.kind,
    namespace: asked.metadata.namespace ?? '',
    name: asked.metadata.name,
    cluster: destination.name,
    wave: waveOf(asked.kind),
    action,
    state: 'planned',
    asked,
    previous,
    differences: [],
  };
  const known = (await store.objects()).find(
    other =>
      other.kind === row.kind &&
      other.name === row.name &&
      other.namespace === row.namespace &&
      other.apiVersion === row.apiVersion,
  );
  const ours = known && !isGivenBack(known);
  if (ours) {
    row.action = known.action;
    row.previous = known.previous;
  } else {
    await store.putObject(row);
  }
  const present = await destination.apply(asked);
  await store.putObject({
    ...row,
    uid: present.metadata.uid,
    state: 'applied',
  });
  return present;
}
