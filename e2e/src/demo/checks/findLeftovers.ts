/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATION_LABEL } from '@namespace-migration/plugin-migration-common';
import { type ClusterAccess } from '../ClusterAccess';

/** Every object of any kind that carries the label of one of these migrations. */
export async function findLeftovers(
  cluster: ClusterAccess,
  migrationIds: string[],
): Promise<string[]> {
  const selector = `${MIGRATION_LABEL} in (${migrationIds.join(',')})`;
  const types = (await cluster.types(true)).filter(
    ({ verbs, preferred }) => verbs.includes('list') && preferred,
  );
  const found = await Promise.all(
    types.map(async type => {
      // a kind whose definition was deleted just now answers 404, which is undefined here
      const list = await cluster.call(
        'GET',
        `${type.prefix}/${type.plural}?labelSelector=${encodeURIComponent(
          selector,
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
