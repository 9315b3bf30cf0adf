/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { quantityOf } from '../../../volumes/quantityOf';
import { quantityValue } from '../../../volumes/quantityValue';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { podResources, Resources } from '../podResources';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { someOf } from '../refOf';

export interface NodeRoom {
  name: string;
  allocatable: Resources;
  requested: Resources;
}

export const nodeCapacity: PreflightCheck = {
  name: 'NodeCapacity',
  title: 'Room on the nodes',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { source, destination, namespaces } = context;
    const leaving = namespaces.flatMap(mapping => [
      // what an earlier run brought is not needed twice
      mapping.destination,
      ...(source.name === destination.name ? [mapping.source] : []),
    ]);
    return capacityConditions(
      destination.name,
      await plannedPodTemplates(context),
      await roomOf(destination, leaving),
    );
  },
};

/** Pods are read page by page and only added up: a cluster may have a hundred thousand. */
async function roomOf(
  cluster: ClusterClient,
  leaving: string[],
): Promise<NodeRoom[]> {
  const nodes = (await cluster.list({ apiVersion: 'v1', kind: 'Node' })).filter(
    node => !node.spec?.unschedulable,
  );
  const rooms = new Map(
    nodes.map(node => [node.metadata.name, roomOfNode(node)]),
  );
  for await (const page of cluster.listPages(
    { apiVersion: 'v1', kind: 'Pod' },
    { fieldSelector: 'status.phase!=Succeeded,status.phase!=Failed' },
  )) {
    for (const pod of page) {
      const room = rooms.get(pod.spec.nodeName);
      if (room && !leaving.includes(pod.metadata.namespace!)) {
        const requests = { ...podResources(pod.spec, 'requests'), pods: 1 };
        for (const [name, value] of Object.entries(requests)) {
          room.requested[name] = (room.requested[name] ?? 0) + value;
        }
      }
    }
  }
  return [...rooms.values()];
}

function roomOfNode({ metadata, status }: KubernetesObject): NodeRoom {
  return {
    name: metadata.name,
    requested: {},
    allocatable: Object.fromEntries(
      Object.entries(status?.allocatable ?? {}).map(([name, value]) => [
        name,
        quantityValue(String(value)),
      ]),
    ),
  };
}

/** Warnings only: an autoscaler may add nodes. */
export function capacityConditions(
  cluster: string,
  templates: PodTemplate[],
  nodes: NodeRoom[],
): Condition[] {
  const conditions: Condition[] = [];
  const needed: Resources = {};
  for (const { owner, count, spec, kind } of templates) {
    const requests = { ...podResources(spec, 'requests'), pods: 1 };
    const tooMuch = Object.entries(requests).filter(
      ([name, value]) =>
        value > 0 &&
        !nodes.some(({ allocatable }) => (allocatable[name] ?? 0) >= value),
    );
    if (tooMuch.length > 0) {
      conditions.push({
        type: 'PodTooLarge',
        category: 'Warn',
        message: `A pod of ${owner} requests ${shown(
          tooMuch,
        )}, and no node of cluster ${cluster} has that much. Add a larger node, or lower its requests.`,
      });
    } else if (kind !== 'DaemonSet') {
      for (const [name, value] of Object.entries(requests)) {
        needed[name] = (needed[name] ?? 0) + value * count;
      }
    }
  }
  const short = Object.entries(needed).filter(
    ([name, value]) => value > 0 && value > freeOf(name, nodes),
  );
  if (short.length > 0) {
    conditions.push({
      type: 'NodesTooFull',
      category: 'Warn',
      message: `The workloads request ${shown(
        short,
      )}, and on the nodes of cluster ${cluster} only ${shown(
        short.map(([name]) => [name, freeOf(name, nodes)]),
      )} is free. Add nodes or make room, or some pods will stay Pending.`,
    });
  }
  return conditions;
}

function freeOf(resource: string, nodes: NodeRoom[]): number {
  return nodes.reduce(
    (sum, { allocatable, requested }) =>
      sum +
      Math.max(0, (allocatable[resource] ?? 0) - (requested[resource] ?? 0)),
    0,
  );
}

function shown(amounts: Array<[string, number]>): string {
  return someOf(
    amounts.map(([name, value]) =>
      /memory|storage/.test(name)
        ? `${quantityOf(Math.ceil(value))} ${name}`
        : `${Math.round(value * 1000) / 1000} ${name}`,
    ),
  );
}
