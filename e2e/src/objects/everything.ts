/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LocalCluster } from '@namespace-migration/local-clusters';
import { TestBed } from '../testBed';

export interface Listed {
  /** `apiVersion Kind namespace/name` -> object */
  [key: string]: any;
}

/** Written again and again by the cluster, for its own purposes. */
const restless = ['Event', 'Lease', 'Node', 'PodMetrics', 'NodeMetrics'];

export const keyOf = (object: any) =>
  `${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;

/** Every object of every served kind of these namespaces, and cluster-scoped ones whose name contains `own`; each in its preferred version. */
export async function everything(
  bed: TestBed,
  cluster: LocalCluster,
  namespaces: string[],
  own: string,
): Promise<Listed> {
  const listed: Listed = {};
  for (const { path, apiVersion, resource } of await servedKinds(
    bed,
    cluster,
  )) {
    if (
      !resource.verbs.includes('list') ||
      resource.name.includes('/') ||
      restless.includes(resource.kind)
    ) {
      continue;
    }
    const paths = resource.namespaced
      ? namespaces.map(ns => `${path}/namespaces/${ns}/${resource.name}`)
      : [`${path}/${resource.name}`];
    for (const each of paths) {
      for (const item of (await bed.call(cluster, each))?.items ?? []) {
        const object = { ...item, apiVersion, kind: resource.kind };
        const { name } = item.metadata;
        if (resource.namespaced || name.includes(own)) {
          listed[`${apiVersion} ${keyOf(object)}`] = object;
        }
      }
    }
  }
  return listed;
}

async function servedKinds(bed: TestBed, cluster: LocalCluster) {
  const { groups } = await bed.call(cluster, '/apis');
  const versions = [
    { path: '/api/v1', apiVersion: 'v1' },
    ...groups.map(({ preferredVersion: { groupVersion } }: any) => ({
      path: `/apis/${groupVersion}`,
      apiVersion: groupVersion,
    })),
    // not the preferred one of its group on an old cluster
    { path: '/apis/batch/v1beta1', apiVersion: 'batch/v1beta1' },
  ].filter(({ apiVersion }) => apiVersion !== 'extensions/v1beta1');
  const kinds: any[] = [];
  for (const version of versions) {
    const answer = await bed.call(cluster, version.path).catch(() => undefined);
    for (const resource of answer?.resources ?? []) {
      kinds.push({ ...version, resource });
    }
  }
  return kinds;
}

/** What `kubectl get -o json` shows of each, save versions and times. */
export function withoutTimes(listed: Listed): Record<string, any> {
  return Object.fromEntries(
    Object.entries(listed).map(([key, object]) => {
      const { resourceVersion, managedFields, ...metadata } = object.metadata;
      return [
        key,
        JSON.parse(
          JSON.stringify({ ...object, metadata }, (field, value) =>
            /(Time|Timestamp|lastUpdate)$/.test(field) ? undefined : value,
          ),
        ),
      ];
    }),
  );
}
