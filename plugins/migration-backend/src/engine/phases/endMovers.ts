/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { containersHaveEnded } from '../../volumes/containersHaveEnded';
import { removeHelpers } from '../../volumes/removeHelpers';
import { done, Phase, waiting } from '../Phase';

/**
 * No mover runs any more when this is done. That their objects are gone is waited for by RemoveHelpers, outside of the
 * downtime: a kubelet can take a minute for it.
 */
export const endMovers: Phase = {
  name: 'EndMovers',
  step: 'Cleanup',
  deadlineSeconds: () => 300,
  async run({ source, destination, namespaces, migration }) {
    for (const [cluster, names] of [
      [source, namespaces.map(mapping => mapping.source)],
      [destination, namespaces.map(mapping => mapping.destination)],
    ] as const) {
      const [running] = (
        await removeHelpers(cluster, migration.id, names)
      ).filter(object => object.kind === 'Pod' && !containersHaveEnded(object));
      if (running) {
        return waiting(
          `mover ${running.metadata.namespace}/${running.metadata.name} on ${cluster.name} to end`,
        );
      }
    }
    return done;
  },
};
