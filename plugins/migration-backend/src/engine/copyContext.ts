/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { applyRecorded } from '../resources/applyRecorded';
import { DirectContext } from '../volumes/engines/DirectContext';
import { PhaseContext } from './Phase';

/** What of a phase's context an engine gets: its volumes, and nothing of the objects or of what comes after. */
export function copyContext(context: PhaseContext): DirectContext {
  const { migration, store, options } = context;
  const assertOwn = ({ kind, metadata }: KubernetesObject) => {
    if (
      metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] !== migration.planId
    ) {
      throw new Error(
        `${kind} ${metadata.name} exists on ${context.destination.name} and was not created by this plan`,
      );
    }
  };
  return {
    owner: {
      migrationId: migration.id,
      planId: migration.planId,
      fencingToken: store.fencingToken,
    },
    itinerary: migration.itinerary,
    source: context.source,
    destination: context.destination,
    options,
    endpoints: context.endpoints,
    transfer: context.transfer,
    repositories: context.repositories,
    volumes: () => store.volumes(),
    putVolume: (progress, differences) =>
      store.putVolume(progress, differences),
    assertOwn,
    apply: async object => {
      const existing = await context.destination.get({
        apiVersion: object.apiVersion,
        kind: object.kind,
        namespace: object.metadata.namespace,
        name: object.metadata.name,
      });
      if (existing) {
        assertOwn(existing);
      }
      return applyRecorded(
        context.destination,
        store,
        migration.planId,
        object,
        'create',
      );
    },
    event: context.event,
  };
}
