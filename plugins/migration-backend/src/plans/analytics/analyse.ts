/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  KindCount,
  NamespaceAnalytics,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  ResourceType,
  VolumeStats,
} from '@namespace-migration/plugin-migration-node';
import { PlanSnapshot, planTypeOf } from '../../database/migrationRecord';
import { typesToExport } from '../../resources/exportNamespace';
import { NamespacePages } from '../../resources/namespacePages';
import { podSpecOf } from '../../resources/podSpecOf';
import { selectionOf } from '../../resources/selection';
import { unavailableGroups } from '../../resources/unavailableGroups';
import { usedBytes } from './usedBytes';

export interface AnalyseOptions {
  plan: PlanSnapshot;
  /** Of the plan's last migration. */
  progress: VolumeProgress[];
  source: ClusterClient;
  destination: ClusterClient;
  /** When it is aborted, its reason is thrown. */
  signal: AbortSignal;
  keep(found: NamespaceAnalytics[], conditions: Condition[]): Promise<void>;
}

/** Counts what the plan brings and measures its volumes, namespace by namespace. Reads only, and keeps counts only. */
export async function analyse(options: AnalyseOptions): Promise<void> {
  const { plan, source, destination, signal, keep } = options;
  const selection = selectionOf(plan.input);
  const conditions: Condition[] = [];
  let types: ResourceType[] = [];
  let notServed: ResourceType[] = [];
  if (planTypeOf(plan) === 'full') {
    const [from, to] = await Promise.all([
      source.resourceTypes(),
      destination.resourceTypes(),
    ]);
    ({ types, notServed } = typesToExport(
      from.types,
      to.types,
      selection.takesKind,
    ));
    conditions.push(
      ...unavailableGroups(from.failedGroups, plan.input, source.name),
    );
  }
  const pages = new NamespacePages(source, selection);
  const found: NamespaceAnalytics[] = [];
  for (const { source: namespace } of plan.input.namespaces) {
    signal.throwIfAborted();
    const images = new Set<string>();
    const count = async (kinds: ResourceType[]): Promise<KindCount[]> => {
      const counts: KindCount[] = [];
      for (const type of kinds) {
        signal.throwIfAborted();
        let amount = 0;
        for await (const page of pages.of(type, namespace)) {
          amount += page.length;
          page.flatMap(imagesOf).forEach(image => images.add(image));
        }
        if (amount > 0) {
          const { apiVersion, kind } = type;
          counts.push({ apiVersion, kind, count: amount });
        }
      }
      return counts.sort((one, other) => other.count - one.count);
    };
    const { stats, unasked } = await statsOf(source, namespace);
    conditions.push(...unasked);
    found.push({
      namespace,
      kinds: await count(types),
      incompatible: await count(notServed),
      images: images.size,
      volumes: plan.volumes
        .filter(volume => volume.namespace === namespace)
        .map(volume => ({
          claim: volume.claim,
          action: volume.action,
          copyMethod: volume.copyMethod,
          requestedBytes: volume.requestedBytes,
          capacityBytes: volume.capacityBytes,
          ...usedBytes(volume, stats, options.progress),
        })),
    });
    await keep(found, conditions);
  }
}

function imagesOf(object: Parameters<typeof podSpecOf>[0]): string[] {
  const pod = podSpecOf(object);
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].flatMap(
    ({ image }) => image ?? [],
  );
}

/** Of the nodes that mount a claim of the namespace. A kubelet that may not be asked is no failure. */
async function statsOf(
  source: ClusterClient,
  namespace: string,
): Promise<{ stats: VolumeStats[]; unasked: Condition[] }> {
  const nodes = new Set<string>();
  for await (const page of source.listPages(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace },
  )) {
    for (const { spec } of page) {
      const mounts = spec.volumes?.some((v: any) => v.persistentVolumeClaim);
      if (spec.nodeName && mounts) {
        nodes.add(spec.nodeName);
      }
    }
  }
  const stats: VolumeStats[] = [];
  const unasked: Condition[] = [];
  for (const node of nodes) {
    try {
      stats.push(
        ...(await source.volumeStats(node)).filter(
          one => one.namespace === namespace,
        ),
      );
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      unasked.push({
        type: 'UsageUnknown',
        category: 'Advisory',
        message: `The kubelet of node ${node} of cluster ${source.name} does not tell how much volumes of namespace ${namespace} hold: ${error.message}. Their capacity is taken in its place; give the portal's account the right to get nodes/proxy to know better.`,
      });
    }
  }
  return { stats, unasked };
}
