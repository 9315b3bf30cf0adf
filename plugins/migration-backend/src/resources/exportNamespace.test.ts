/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { selectionOf } from './selection';
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
const taking = (...excludedKinds: string[]) =>
  selectionOf({ options: { excludedKinds } }).takesKind;
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
    const { types, notServed } = typesToExport(source, destination, taking());
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
      taking(),
    );
    expect(types).toEqual([]);
    expect(names(notServed)).toEqual(['batch/v1beta1 CronJob']);
  });

  it('does not read an Ingress twice where its old group shows it as well', () => {
    const both = [
      type('extensions/v1beta1', 'Ingress'),
      type('networking.k8s.io/v1', 'Ingress'),
    ];
    expect(names(typesToExport(both, both, taking()).types)).toEqual([
      'networking.k8s.io/v1 Ingress',
    ]);
    const old = [both[0]];
    expect(names(typesToExport(old, old, taking()).types)).toEqual([
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
      names(
        typesToExport(all, all, taking('secrets', 'gadgets.example.org')).types,
      ),
    ).toEqual(['v1 Endpoints', 'v1 ConfigMap']);
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
      object('Secret', {
        type: 'kubernetes.io/service-account-token',
        metadata: {
          name: 'web-token-x2x2x',
          annotations: { 'kubernetes.io/service-account.name': 'web' },
        },
      }),
      false,
    ],
    [
      'a token that a person asked for',
      object('Secret', {
        type: 'kubernetes.io/service-account-token',
        metadata: {
          annotations: { 'kubernetes.io/service-account.name': 'web' },
        },
      }),
      true,
    ],
    [
      "a certificate of OpenShift's service CA",
      object('Secret', {
        metadata: {
          annotations: {
            'service.beta.openshift.io/originating-service-name': 'web',
          },
        },
      }),
      false,
    ],
    [
      'the default ServiceAccount with a pull secret',
      object('ServiceAccount', {
        metadata: { name: 'default' },
        secrets: [{ name: 'default-token-x2x2x' }],
        imagePullSecrets: [{ name: 'registry' }],
      }),
      true,
    ],
    [
      'a job that is over',
      object('Job', {
        status: { conditions: [{ type: 'Complete', status: 'True' }] },
      }),
      false,
    ],
    [
      'a slice of a controller',
      object('EndpointSlice', {
        metadata: {
          labels: {
            'endpointslice.kubernetes.io/managed-by':
              'endpointslice-controller.k8s.io',
          },
        },
      }),
      false,
    ],
    ['a slice of a person', object('EndpointSlice'), true],
    [
      "a leader's lock",
      object('Endpoints', {
        metadata: {
          annotations: { 'control-plane.alpha.kubernetes.io/leader': '{}' },
        },
      }),
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
