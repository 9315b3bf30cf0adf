/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { sanitise } from '../sanitise';
import { hostBy } from './hosts';
import { RewriteContext } from './ResourceRule';

const context: RewriteContext = {
  namespaces: { shop: 'moved' },
  storageClasses: { gp2: 'standard' },
  claims: {},
};
const ruled = (
  kind: string,
  rest: object,
  metadata: object = {},
  more: Partial<RewriteContext> = {},
) =>
  sanitise(
    {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'web', namespace: 'shop', ...metadata },
      ...rest,
    } as KubernetesObject,
    { ...context, ...more },
  );

describe('finalizers', () => {
  it('of the cluster go, those of programs stay', () => {
    expect(
      ruled(
        'Service',
        { spec: {} },
        {
          finalizers: [
            'service.kubernetes.io/load-balancer-cleanup',
            'example.org/cleanup',
          ],
        },
      ).metadata.finalizers,
    ).toEqual(['example.org/cleanup']);
    expect(
      ruled('ConfigMap', {}, { finalizers: ['foregroundDeletion'] }).metadata,
    ).not.toHaveProperty('finalizers');
  });
});

describe('Service', () => {
  const spec = {
    clusterIP: '10.91.0.7',
    clusterIPs: ['10.91.0.7'],
    healthCheckNodePort: 31000,
    ports: [{ port: 80, nodePort: 30080 }],
  };

  it('keeps node ports by choice', () => {
    expect(
      ruled(
        'Service',
        { spec: structuredClone(spec) },
        {},
        {
          selection: { preserveNodePorts: true },
        },
      ).spec,
    ).toEqual({
      healthCheckNodePort: 31000,
      ports: [{ port: 80, nodePort: 30080 }],
    });
  });

  it('keeps cluster IPs by choice', () => {
    expect(
      ruled(
        'Service',
        { spec: structuredClone(spec) },
        {},
        {
          selection: { preserveClusterIPs: true },
        },
      ).spec,
    ).toEqual({
      clusterIP: '10.91.0.7',
      clusterIPs: ['10.91.0.7'],
      ports: [{ port: 80 }],
    });
  });
});

it.each([
  ['shop.old', [], 'shop.old'],
  ['shop.old', [{ from: 'shop.old', to: 'shop.new' }], 'shop.new'],
  ['shop.old', [{ from: '*.old', to: '*.new' }], 'shop.new'],
  ['a.b.old', [{ from: '*.old', to: '*.new' }], 'a.b.new'],
  ['shop.old', [{ from: '*.old', to: 'one.new' }], 'one.new'],
  ['*.old', [{ from: '*.old', to: '*.new' }], '*.new'],
  ['old', [{ from: '*.old', to: '*.new' }], 'old'],
  ['bold', [{ from: '*.old', to: '*.new' }], 'bold'],
  ['shop.old', [{ from: 'shop.old', to: '' }], ''],
  [
    'shop.old',
    [
      { from: 'shop.old', to: 'first.new' },
      { from: '*.old', to: '*.new' },
    ],
    'first.new',
  ],
])('host %s by %j is %s', (host, rules, expected) => {
  expect(hostBy(rules, host)).toBe(expected);
});

describe('Ingress and Route', () => {
  const selection = { hosts: [{ from: 'shop.old', to: '' }] };

  it('leave a host out where a rule says so', () => {
    expect(
      ruled(
        'Ingress',
        {
          spec: {
            rules: [{ host: 'shop.old', http: {} }],
            tls: [{ hosts: ['shop.old'] }],
          },
        },
        {},
        { selection },
      ).spec,
    ).toEqual({ rules: [{ http: {} }], tls: [{}] });
    expect(
      ruled('Route', { spec: { host: 'shop.old' } }, {}, { selection }).spec,
    ).toEqual({});
  });

  it('a host that a router generated is not kept', () => {
    const { metadata, spec } = ruled(
      'Route',
      { spec: { host: 'web-shop.apps.old' } },
      { annotations: { 'openshift.io/host.generated': 'true' } },
    );
    expect([spec, metadata.annotations]).toEqual([{}, undefined]);
  });
});

describe('Secret', () => {
  it('a token goes, what a person put beside it stays', () => {
    const { data, metadata } = ruled(
      'Secret',
      {
        type: 'kubernetes.io/service-account-token',
        data: { token: 't', 'ca.crt': 'c', namespace: 'n', extra: 'e' },
      },
      {
        annotations: {
          'kubernetes.io/service-account.name': 'web',
          'kubernetes.io/service-account.uid': 'u',
        },
      },
    );
    expect(data).toEqual({ extra: 'e' });
    expect(metadata.annotations).toEqual({
      'kubernetes.io/service-account.name': 'web',
    });
  });

  it('of another type keeps keys of that name', () => {
    expect(ruled('Secret', { data: { token: 't' } }).data).toEqual({
      token: 't',
    });
  });
});

describe('CustomResourceDefinition', () => {
  it('says in its schema that it keeps unknown fields', () => {
    expect(
      ruled('CustomResourceDefinition', {
        spec: { preserveUnknownFields: true, versions: [{ name: 'v1' }] },
      }).spec,
    ).toEqual({
      versions: [
        {
          name: 'v1',
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    });
  });
});

describe('a CA bundle', () => {
  const bundle = (annotations: object) =>
    ruled(
      'APIService',
      {
        spec: { service: { namespace: 'shop', name: 'api' }, caBundle: 'x' },
      },
      { annotations },
    );

  it('of a person stays', () => {
    expect(bundle({}).spec).toEqual({
      service: { namespace: 'moved', name: 'api' },
      caBundle: 'x',
    });
  });

  it.each([
    ['service.beta.openshift.io/inject-cabundle', 'true', 'true'],
    ['cert-manager.io/inject-ca-from', 'shop/web', 'moved/web'],
    ['cert-manager.io/inject-ca-from-secret', 'other/web', 'other/web'],
  ])('that %s injects goes', (annotation, value, becomes) => {
    const { spec, metadata } = bundle({ [annotation]: value });
    expect(spec.caBundle).toBeUndefined();
    expect(metadata.annotations).toEqual({ [annotation]: becomes });
  });
});

describe('cluster-scoped permissions', () => {
  it('an aggregated ClusterRole gets its rules on the destination', () => {
    expect(
      ruled('ClusterRole', { aggregationRule: {}, rules: [{}] }),
    ).not.toHaveProperty('rules');
    expect(ruled('ClusterRole', { rules: [{}] }).rules).toEqual([{}]);
  });

  it('a ClusterRoleBinding of all service accounts is narrowed to the namespaces', () => {
    expect(
      ruled('ClusterRoleBinding', {
        subjects: [
          { kind: 'Group', name: 'system:serviceaccounts' },
          { kind: 'Group', name: 'system:authenticated' },
          { kind: 'User', name: 'system:serviceaccount:shop:web' },
          { kind: 'User', name: 'system:serviceaccount:shopping:web' },
          { kind: 'ServiceAccount', name: 'web', namespace: 'other' },
        ],
      }).subjects,
    ).toEqual([
      { kind: 'Group', name: 'system:serviceaccounts:moved' },
      { kind: 'User', name: 'system:serviceaccount:moved:web' },
    ]);
  });

  it('constraints name the plan’s accounts alone', () => {
    expect(
      ruled('SecurityContextConstraints', {
        users: ['ada', 'system:serviceaccount:shop:web'],
        groups: ['system:serviceaccounts', 'system:authenticated'],
      }),
    ).toMatchObject({
      users: ['system:serviceaccount:moved:web'],
      groups: ['system:serviceaccounts:moved'],
    });
  });
});

describe('templates of pods', () => {
  const spec = () => ({
    volumes: [
      {
        name: 'cache',
        ephemeral: {
          volumeClaimTemplate: { spec: { storageClassName: 'gp2' } },
        },
      },
    ],
    affinity: {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            namespaces: ['shop', 'other'],
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'shop' },
            },
          },
        ],
      },
    },
  });
  it.each<[string, any, (object: any) => any]>([
    ['Pod', { spec: spec() }, object => object.spec],
    ['PodTemplate', { template: { spec: spec() } }, o => o.template.spec],
    [
      'Deployment',
      { spec: { template: { spec: spec() } } },
      o => o.spec.template.spec,
    ],
    [
      'CronJob',
      { spec: { jobTemplate: { spec: { template: { spec: spec() } } } } },
      o => o.spec.jobTemplate.spec.template.spec,
    ],
  ])('of a %s follow classes and namespaces', (kind, rest, specOf) => {
    const { volumes, affinity } = specOf(ruled(kind, rest));
    expect(volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName).toBe(
      'standard',
    );
    const [term] =
      affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(term).toEqual({
      namespaces: ['moved', 'other'],
      namespaceSelector: {
        matchLabels: { 'kubernetes.io/metadata.name': 'moved' },
      },
    });
  });
});

describe('a workload', () => {
  const stopped = (apiVersion: string) =>
    sanitise(
      {
        apiVersion,
        kind: 'DeploymentConfig',
        metadata: { name: 'web', namespace: 'shop' },
        spec: { replicas: 3 },
      },
      context,
    ).spec.replicas;

  it('arrives stopped, and another group’s kind of that name as it is', () => {
    expect(stopped('apps.openshift.io/v1')).toBe(0);
    expect(stopped('example.org/v1')).toBe(3);
  });
});

describe('images that are copied', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const rewrite = (target: string) => ({
    pinned: `${target}@${digest}`,
    tagged: `${target}:1`,
  });
  const images = {
    'a:5000/web:1': rewrite('b:5000/web'),
    [`inside.svc:5000/shop/web:1@${digest}`]: rewrite('b:5000/shop/web'),
  };
  const containers = (...names: string[]) =>
    names.map(image => ({ name: image, image }));
  const brought = (kind: string, rest: object) =>
    ruled(kind, rest, {}, { images, pullSecret: 'pull' });

  it('are named by digest in pod templates, with the secret to pull them', () => {
    const template = {
      spec: {
        initContainers: containers('a:5000/web:1'),
        containers: containers('nginx'),
        imagePullSecrets: [{ name: 'own' }],
      },
    };
    const { spec } = brought('Deployment', { spec: { template } }).spec
      .template;
    expect(spec.initContainers[0].image).toBe(`b:5000/web@${digest}`);
    expect(spec.containers[0].image).toBe('nginx');
    expect(spec.imagePullSecrets).toEqual([{ name: 'own' }, { name: 'pull' }]);
  });

  it('leave pods of other images alone', () => {
    const spec = { template: { spec: { containers: containers('nginx') } } };
    expect(
      brought('Deployment', { spec }).spec.template.spec,
    ).not.toHaveProperty('imagePullSecrets');
  });

  it('are pushed to by tag', () => {
    const reference = () => ({ kind: 'DockerImage', name: 'a:5000/web:1' });
    const { spec } = brought('BuildConfig', {
      spec: {
        strategy: { dockerStrategy: { from: reference() } },
        output: { to: reference() },
      },
    });
    expect(spec.output.to.name).toBe('b:5000/web:1');
    expect(spec.strategy.dockerStrategy.from.name).toBe(`b:5000/web@${digest}`);
  });

  it('are followed by tags of image streams, those that were pushed too', () => {
    const stream = {
      spec: {
        lookupPolicy: { local: true },
        tags: [
          { name: 'up', from: { kind: 'DockerImage', name: 'a:5000/web:1' } },
        ],
      },
      status: {
        tags: [
          {
            tag: '1',
            items: [
              { dockerImageReference: `inside.svc:5000/shop/web@${digest}` },
            ],
          },
          { tag: '2', items: [{ dockerImageReference: 'quay.io/other:2' }] },
        ],
      },
    };
    expect(brought('ImageStream', stream).spec).toEqual({
      lookupPolicy: { local: true },
      tags: [
        {
          name: 'up',
          from: { kind: 'DockerImage', name: `b:5000/web@${digest}` },
        },
        {
          name: '1',
          from: { kind: 'DockerImage', name: `b:5000/shop/web@${digest}` },
          referencePolicy: { type: 'Source' },
        },
      ],
    });
    // the source's object is not touched
    expect(stream.spec.tags).toHaveLength(1);
  });
});
