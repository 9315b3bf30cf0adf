/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATION_LABEL } from '@namespace-migration/plugin-migration-common';
import { type ClusterAccess } from '../ClusterAccess';

/** Every object of any kind that carries a migration's label. */
export async function findLeftovers(cluster: ClusterAccess): Promise<string[]> {
  const types = (await cluster.types(true)).filter(
    ({ verbs, preferred }) => verbs.includes('list') && preferred,
  );
  const found = await Promise.all(
    types.map(async type => {
      // a kind whose definition was deleted just now answers 404, which is undefined here
      const list = await cluster.call(
        'GET',
        `${type.prefix}/${type.plural}?labelSelector=${encodeURIComponent(
          MIGRATION_LABEL,
        )}`,
      );
      return ((list?.items ?? []) as any[]).map(
        ({ metadata }) =>
          `${cluster.name}: ${type.kind} ${
            metadata.namespace ? `${metadata.namespace}/` : ''
          }${metadata.name}`,
      );
    }),
  );
  return found.flat();
}
