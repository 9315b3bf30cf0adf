/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { refOf } from '../refOf';

const service = { apiVersion: 'v1', kind: 'Service' };

export const serviceAddresses: PreflightCheck = {
  name: 'ServiceAddresses',
  title: 'Node ports and cluster IPs that are taken',
  appliesTo: type => type === 'full',
  async run({ input, source, destination, namespaces }) {
    const { preserveNodePorts, preserveClusterIPs } = input.objects ?? {};
    if (!preserveNodePorts && !preserveClusterIPs) {
      return [];
    }
    const there = await destination.list(service);
    const conditions: Condition[] = [];
    for (const mapping of namespaces) {
      for (const mine of await source.list(service, {
        namespace: mapping.source,
      })) {
        conditions.push(
          ...takenAddresses(
            destination.name,
            {
              ...mine,
              metadata: { ...mine.metadata, namespace: mapping.destination },
            },
            there,
            { preserveNodePorts, preserveClusterIPs },
          ),
        );
      }
    }
    return conditions;
  },
};

export function takenAddresses(
  cluster: string,
  mine: KubernetesObject,
  there: KubernetesObject[],
  kept: { preserveNodePorts?: boolean; preserveClusterIPs?: boolean },
): Condition[] {
  const { namespace, name } = mine.metadata;
  const others = there.filter(
    ({ metadata }) =>
      metadata.namespace !== namespace || metadata.name !== name,
  );
  const conditions: Condition[] = [];
  for (const other of others) {
    const holder = `${other.metadata.namespace}/${other.metadata.name}`;
    const port = kept.preserveNodePorts
      ? nodePortsOf(mine).find(wanted => nodePortsOf(other).includes(wanted))
      : undefined;
    if (port) {
      conditions.push({
        type: 'NodePortTaken',
        category: 'Critical',
        message: `Service ${namespace}/${name} is to keep node port ${port}, which service ${holder} on cluster ${cluster} has. Leave preserveNodePorts out, or free the port.`,
        object: refOf(cluster, other),
      });
    }
    const address = mine.spec?.clusterIP;
    if (
      kept.preserveClusterIPs &&
      address &&
      address !== 'None' &&
      other.spec?.clusterIP === address
    ) {
      conditions.push({
        type: 'ClusterIPTaken',
        category: 'Critical',
        message: `Service ${namespace}/${name} is to keep cluster IP ${address}, which service ${holder} on cluster ${cluster} has. Leave preserveClusterIPs out, or free the address.`,
        object: refOf(cluster, other),
      });
    }
  }
  return conditions;
}

function nodePortsOf({ spec }: KubernetesObject): string[] {
  return [
    ...(spec?.ports ?? [])
      .filter(({ nodePort }: any) => nodePort)
      .map(({ nodePort, protocol }: any) => `${nodePort}/${protocol ?? 'TCP'}`),
    ...(spec?.healthCheckNodePort ? [`${spec.healthCheckNodePort}/TCP`] : []),
  ];
}
