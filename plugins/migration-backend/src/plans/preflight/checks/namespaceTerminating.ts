/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';

export const namespaceTerminating: PreflightCheck = {
  name: 'NamespaceTerminating',
  title: 'Namespaces that are being deleted',
  async run({ source, destination, namespaces }) {
    return [
      ...(await terminating(
        source,
        namespaces.map(mapping => mapping.source),
        'Nothing can be brought out of it safely: take it out of the plan',
      )),
      ...(await terminating(
        destination,
        namespaces.map(mapping => mapping.destination),
        'Wait until it is gone (look at its conditions and finalizers), or choose another name',
      )),
    ];
  },
};

async function terminating(
  cluster: ClusterClient,
  names: string[],
  cure: string,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const name of names) {
    const object = { apiVersion: 'v1', kind: 'Namespace', name };
    const found = await cluster.get(object);
    if (found?.metadata.deletionTimestamp) {
      conditions.push({
        type: 'NamespaceTerminating',
        category: 'Critical',
        message: `Namespace ${name} on cluster ${cluster.name} is being deleted since ${found.metadata.deletionTimestamp}. ${cure}.`,
        object: { cluster: cluster.name, ...object },
      });
    }
  }
  return conditions;
}
