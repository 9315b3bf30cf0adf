/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LocalCluster } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const kinds = [
  {
    group: 'keda.sh',
    version: 'v1alpha1',
    kind: 'ScaledObject',
    plural: 'scaledobjects',
    spec: { scaleTargetRef: { name: 'writer' } },
  },
  {
    group: 'keda.sh',
    version: 'v1alpha1',
    kind: 'ScaledJob',
    plural: 'scaledjobs',
    spec: { maxReplicaCount: 3 },
  },
  {
    group: 'argoproj.io',
    version: 'v1alpha1',
    kind: 'Rollout',
    plural: 'rollouts',
    spec: { replicas: 2 },
  },
  {
    group: 'kustomize.toolkit.fluxcd.io',
    version: 'v1',
    kind: 'Kustomization',
    plural: 'kustomizations',
    spec: { path: './shop' },
  },
  {
    group: 'helm.toolkit.fluxcd.io',
    version: 'v2beta1',
    kind: 'HelmRelease',
    plural: 'helmreleases',
    spec: { interval: '1m', suspend: false },
  },
];

/** As its controller writes it. */
const readyRollout = { observedGeneration: '99', readyReplicas: 2 };

/** Kinds of controllers that are not there: their definitions, and one object of each. */
export async function pausedKinds(bed: TestBed, clusters: LocalCluster[]) {
  const made: Array<[LocalCluster, string]> = [];
  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  for (const cluster of clusters) {
    for (const { group, version, kind, plural } of kinds) {
      const name = `${plural}.${group}`;
      if (await bed.call(cluster, `${definitions}/${name}`)) {
        continue;
      }
      await bed.call(cluster, definitions, 'POST', {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name },
        spec: {
          group,
          scope: 'Namespaced',
          names: {
            plural,
            singular: kind.toLowerCase(),
            kind,
            listKind: `${kind}List`,
          },
          versions: [
            {
              name: version,
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  'x-kubernetes-preserve-unknown-fields': true,
                },
              },
            },
          ],
        },
      });
      made.push([cluster, `${definitions}/${name}`]);
    }
  }
  const pathOf = (
    { group, version, plural }: (typeof kinds)[number],
    namespace: string,
  ) => `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
  return {
    async create(cluster: LocalCluster, namespace: string) {
      for (const entry of kinds) {
        const { group, version, kind, spec } = entry;
        await bed.until(`${kind} is served`, async () => {
          const created = await bed
            .call(cluster, pathOf(entry, namespace), 'POST', {
              apiVersion: `${group}/${version}`,
              kind,
              metadata: { name: 'shop' },
              spec,
              ...(kind === 'Rollout' && { status: readyRollout }),
            })
            .catch(() => undefined);
          return created;
        });
      }
    },
    /** In the place of the controller. */
    async beReady(cluster: LocalCluster, namespace: string) {
      const rollout = kinds.find(({ kind }) => kind === 'Rollout')!;
      await bed.call(
        cluster,
        `${pathOf(rollout, namespace)}/shop`,
        'PATCH',
        { status: readyRollout },
        'application/merge-patch+json',
      );
    },
    /** What of each says whether it is paused. */
    async describe(cluster: LocalCluster, namespace: string) {
      const described: Record<string, unknown> = {};
      for (const entry of kinds) {
        const found = await bed.call(
          cluster,
          `${pathOf(entry, namespace)}/shop`,
        );
        const annotations = Object.entries(
          found?.metadata.annotations ?? {},
        ).filter(([name]) => name.startsWith('autoscaling.keda.sh/'));
        described[entry.kind] = found && [
          Object.fromEntries(annotations),
          found.spec,
        ];
      }
      return described;
    },
    paused: Object.fromEntries(
      kinds.map(({ kind, spec }) => [
        kind,
        {
          ScaledObject: [{ 'autoscaling.keda.sh/paused-replicas': '0' }, spec],
          ScaledJob: [{ 'autoscaling.keda.sh/paused': 'true' }, spec],
          Rollout: [{}, { ...spec, replicas: 0 }],
        }[kind] ?? [{}, { ...spec, suspend: true }],
      ]),
    ),
    async remove() {
      for (const [cluster, path] of made) {
        await bed.call(cluster, path, 'DELETE');
      }
    },
  };
}
