/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { isToBring, typesToExport } from './exportNamespace';

const type = (
  apiVersion: string,
  kind: string,
  change: Partial<ResourceType> = {},
): ResourceType => {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  return {
    group,
    version,
    apiVersion,
    kind,
    resource: `${kind.toLowerCase()}s`,
    namespaced: true,
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'watch'],
    preferred: true,
    ...change,
  };
};
const names = (types: ResourceType[]) =>
  types.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);

describe('typesToExport', () => {
  it('reads each kind in one version that both sides serve', () => {
    const source = [
      // as they come: the preferred one need not be the first
      type('batch/v1beta1', 'CronJob', { preferred: false }),
      type('batch/v1', 'CronJob'),
      type('autoscaling/v2beta2', 'HorizontalPodAutoscaler'),
      type('autoscaling/v1', 'HorizontalPodAutoscaler', { preferred: false }),
    ];
    const destination = [
      type('batch/v1', 'CronJob'),
      type('batch/v1beta1', 'CronJob'),
      type('autoscaling/v1', 'HorizontalPodAutoscaler'),
    ];
    const { types, notServed } = typesToExport(source, destination, []);
    expect(names(types)).toEqual([
      'batch/v1 CronJob',
      'autoscaling/v1 HorizontalPodAutoscaler',
    ]);
    expect(notServed).toEqual([]);
  });

  it('tells the kinds that the destination serves in no version', () => {
    const { types, notServed } = typesToExport(
      [type('batch/v1beta1', 'CronJob')],
      [type('batch/v1', 'CronJob')],
      [],
    );
    expect(types).toEqual([]);
    expect(names(notServed)).toEqual(['batch/v1beta1 CronJob']);
  });

  it('does not read an Ingress twice where its old group shows it as well', () => {
    const both = [
      type('extensions/v1beta1', 'Ingress'),
      type('networking.k8s.io/v1', 'Ingress'),
    ];
    expect(names(typesToExport(both, both, []).types)).toEqual([
      'networking.k8s.io/v1 Ingress',
    ]);
    const old = [both[0]];
    expect(names(typesToExport(old, old, []).types)).toEqual([
      'extensions/v1beta1 Ingress',
    ]);
  });

  it('leaves out what is not listed or created, what is not in a namespace, and what the plan excludes', () => {
    const all = [
      type('v1', 'Event'),
      type('v1', 'Endpoints', { resource: 'endpoints' }),
      type('v1', 'PersistentVolumeClaim'),
      type('v1', 'Node', { namespaced: false }),
      type('v1', 'Binding', { verbs: ['create'] }),
      type('v1', 'Secret'),
      type('example.org/v1', 'Gadget'),
      type('v1', 'ConfigMap'),
    ];
    expect(
      names(typesToExport(all, all, ['secrets', 'gadgets.example.org']).types),
    ).toEqual(['v1 ConfigMap']);
  });
});

describe('isToBring', () => {
  const object = (kind: string, rest: any = {}): KubernetesObject => ({
    apiVersion: 'v1',
    kind,
    ...rest,
    metadata: { name: 'web', namespace: 'shop', ...rest.metadata },
  });
  const controller = { kind: 'X', name: 'x', uid: 'u', controller: true };

  it.each([
    ['a ConfigMap', object('ConfigMap'), true],
    [
      "the cluster's own ConfigMap",
      object('ConfigMap', { metadata: { name: 'kube-root-ca.crt' } }),
      false,
    ],
    ['a Secret', object('Secret', { type: 'Opaque' }), true],
    [
      "a service account's token",
      object('Secret', { type: 'kubernetes.io/service-account-token' }),
      false,
    ],
    [
      'the default ServiceAccount',
      object('ServiceAccount', { metadata: { name: 'default' } }),
      false,
    ],
    ['a ServiceAccount', object('ServiceAccount'), true],
    ['a bare pod', object('Pod', { status: { phase: 'Running' } }), true],
    [
      'a pod that is over',
      object('Pod', { status: { phase: 'Failed' } }),
      false,
    ],
    [
      'what a controller makes',
      object('ReplicaSet', { metadata: { ownerReferences: [controller] } }),
      false,
    ],
    [
      'what is owned without a controller',
      object('ConfigMap', {
        metadata: { ownerReferences: [{ ...controller, controller: false }] },
      }),
      true,
    ],
    [
      'a helper of ours',
      object('Secret', {
        metadata: { labels: { 'namespace-migration.io/migration': 'm1' } },
      }),
      false,
    ],
    [
      "OpenShift's own RoleBinding",
      object('RoleBinding', { metadata: { name: 'system:deployers' } }),
      false,
    ],
  ])('%s', (_name, candidate, expected) => {
    expect(isToBring(candidate)).toBe(expected);
  });
});
