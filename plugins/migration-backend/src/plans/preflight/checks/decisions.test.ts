/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { isAllowed } from '../missingRights';
import { podResources } from '../podResources';
import { podSecurityViolations } from '../podSecurity';
import { podTemplatesOf } from '../podTemplatesOf';
import { autoscalerConditions } from './autoscalers';
import { skewCondition } from './clockSkew';
import { outsideOf } from './containerLimits';
import { managedByGitOps, ownedByOperators } from './controllers';
import { differentDefinitions } from './customResources';
import { takenHosts } from './hosts';
import { imagesOfSource } from './images';
import { capacityConditions } from './nodeCapacity';
import { conflictsWith } from './planConflict';
import { refusedPods } from './podSecurity';
import { missingArchitectures, unfitPods } from './scheduling';
import { oldVersions, versionSkew } from './serverVersions';
import { takenAddresses } from './serviceAddresses';
import { volumeRights } from './sourceRights';
import { unreachedClass } from './volumeTopology';
import { concernedBy } from './webhooks';
import { exceededBy, withoutRequests } from './workloadQuotas';

const make = (
  kind: string,
  spec: any = {},
  rest: any = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  ...rest,
  metadata: { name: 'one', namespace: 'shop', ...rest.metadata },
  spec,
});
const template = (spec: any = {}, count = 1) =>
  podTemplatesOf(
    make('Deployment', {
      replicas: count,
      template: { spec: { containers: [{ name: 'main' }], ...spec } },
    }),
  );
const requesting = (cpu: string, count = 1) =>
  template(
    { containers: [{ name: 'main', resources: { requests: { cpu } } }] },
    count,
  );
const typesOf = (conditions: Condition[]) =>
  conditions.map(({ type, category }) => `${category} ${type}`);
const node = (spec: any, labels = {}) =>
  make('Node', spec, { metadata: { name: 'n', labels } });

describe('podTemplatesOf', () => {
  const spec = { containers: [] };
  it.each([
    ['Pod', spec, 1],
    ['Deployment', { replicas: 3, template: { spec } }, 3],
    ['DeploymentConfig', { replicas: 2, template: { spec } }, 2],
    ['StatefulSet', { template: { spec } }, 1],
    ['Job', { parallelism: 4, template: { spec } }, 4],
    ['CronJob', { jobTemplate: { spec: { template: { spec } } } }, 1],
    [
      'CronJob',
      { suspend: true, jobTemplate: { spec: { template: { spec } } } },
      0,
    ],
  ])('%s', (kind, given, count) => {
    expect(podTemplatesOf(make(kind, given))).toMatchObject([{ count, spec }]);
  });
  it('of what makes no pods there are none', () => {
    expect(podTemplatesOf(make('Service', { ports: [] }))).toEqual([]);
  });
});

it('an init container counts where it wants more than all others together', () => {
  const of = (cpu: string) => ({ resources: { requests: { cpu } } });
  expect(
    podResources(
      { containers: [of('100m'), of('1')], initContainers: [of('3'), of('2')] },
      'requests',
    ),
  ).toEqual({ cpu: 3 });
  expect(
    podResources(
      { containers: [{ resources: { limits: { cpu: '2' } } }] },
      'requests',
    ),
  ).toEqual({ cpu: 2 });
});

describe('each decision says what is wrong, and nothing of what is right', () => {
  const version = (minor: number) => ({
    name: 'c',
    gitVersion: `v1.${minor}.0`,
    major: 1,
    minor,
  });
  const quota = (hard: any, used = {}) =>
    make('ResourceQuota', { hard }, { status: { hard, used } });
  const service = (namespace: string, spec: any) =>
    make('Service', spec, { metadata: { namespace } });
  const route = (namespace: string, host: string) =>
    make('Route', { host }, { metadata: { namespace } });
  const owned = (kind: string) =>
    make(
      'Deployment',
      {},
      {
        metadata: { ownerReferences: [{ kind, name: 'o', controller: true }] },
      },
    );
  const other = {
    name: 'other',
    source: 'a',
    destination: 'b',
    namespaces: [{ source: 'shop', destination: 'moved' }],
  };
  const mine = (source: string, destination: string) => ({
    input: { source: 'a', destination: 'b' } as any,
    namespaces: [{ source, destination }],
  });
  const crd = (...versions: any[]) =>
    make('CustomResourceDefinition', { versions });
  const v1 = { name: 'v1', served: true, storage: true };
  const golden = { key: 'disk', value: 'golden', effect: 'NoSchedule' };
  const limit = make('LimitRange', {
    limits: [{ type: 'Container', max: { cpu: '1' }, min: { cpu: '100m' } }],
  });
  const full = [
    {
      name: 'n',
      allocatable: { cpu: 4, pods: 10 },
      requested: { cpu: 3, pods: 1 },
    },
  ];
  const storageClass = (allowedTopologies?: any) =>
    make('StorageClass', {}, { allowedTopologies });
  const zone = (value: string) => [
    { matchLabelExpressions: [{ key: 'zone', values: [value] }] },
  ];
  const hpa = (minReplicas: number, kind = 'Deployment') =>
    make('HorizontalPodAutoscaler', {
      minReplicas,
      scaleTargetRef: { kind, name: 'x' },
    });

  it.each<[string, () => Condition[], string[]]>([
    [
      'old server',
      () => oldVersions([version(19)]),
      ['Warn ServerVersionUntested'],
    ],
    ['new servers', () => oldVersions([version(20), version(33)]), []],
    [
      'older destination',
      () => versionSkew(version(25), version(24)),
      ['Warn DestinationOlder'],
    ],
    [
      'newer destination',
      () => versionSkew(version(20), version(25)),
      ['Advisory PodSecurityPoliciesGone'],
    ],
    ['same versions', () => versionSkew(version(20), version(20)), []],
    [
      'clock ahead',
      () => skewCondition('c', 100_000, 0, 1_000),
      ['Warn ClockSkew'],
    ],
    [
      'clock behind',
      () => skewCondition('c', 0, 100_000, 101_000),
      ['Warn ClockSkew'],
    ],
    ['clock of the same second', () => skewCondition('c', 0, 900, 61_000), []],
    [
      'running plan',
      () => conflictsWith({ ...other, running: 'stage' }, mine('shop', 'x')),
      ['Critical PlanConflict'],
    ],
    [
      'resting plan to the same destination',
      () => conflictsWith(other, mine('y', 'moved')),
      ['Warn PlanConflict'],
    ],
    [
      'migrated before',
      () => conflictsWith({ ...other, migratedAt: 'then' }, mine('shop', 'x')),
      ['Warn NamespaceMigratedBefore'],
    ],
    [
      'plan of another cluster',
      () => conflictsWith({ ...other, source: 'z' }, mine('shop', 'x')),
      [],
    ],
    [
      'quota of pods',
      () =>
        exceededBy(
          'c',
          quota({ pods: '3' }, { pods: '1' }),
          template({}, 3),
          {},
        ),
      ['Critical QuotaExceeded'],
    ],
    [
      'quota of CPU',
      () =>
        exceededBy(
          'c',
          quota({ 'requests.cpu': '1' }),
          requesting('600m', 2),
          {},
        ),
      ['Critical QuotaExceeded'],
    ],
    [
      'quota that suffices',
      () =>
        exceededBy(
          'c',
          quota({ pods: '3', cpu: '2' }),
          requesting('600m', 2),
          {},
        ),
      [],
    ],
    [
      'no requests under a quota',
      () => withoutRequests('c', quota({ cpu: '3' }), [], template()),
      ['Critical QuotaNeedsRequests'],
    ],
    [
      'requests under a quota',
      () => withoutRequests('c', quota({ cpu: '3' }), [], requesting('1')),
      [],
    ],
    [
      'default under a quota',
      () =>
        withoutRequests(
          'c',
          quota({ cpu: '3' }),
          [
            make('LimitRange', {
              limits: [{ type: 'Container', defaultRequest: { cpu: '1' } }],
            }),
          ],
          template(),
        ),
      [],
    ],
    [
      'above a LimitRange',
      () => outsideOf('c', limit, requesting('2')),
      ['Critical LimitRangeViolated'],
    ],
    [
      'below a LimitRange',
      () => outsideOf('c', limit, requesting('10m')),
      ['Critical LimitRangeViolated'],
    ],
    ['within a LimitRange', () => outsideOf('c', limit, requesting('1')), []],
    [
      'refused pod',
      () => refusedPods('N', 'baseline', true, template({ hostPID: true })),
      ['Critical PodSecurityRefused'],
    ],
    [
      'not enforced',
      () => refusedPods('N', 'baseline', false, template({ hostPID: true })),
      ['Warn PodSecurityRefused'],
    ],
    [
      'no level',
      () => refusedPods('N', undefined, true, template({ hostPID: true })),
      [],
    ],
    [
      'pod larger than nodes',
      () => capacityConditions('c', requesting('5'), full),
      ['Warn PodTooLarge'],
    ],
    [
      'more than is free',
      () => capacityConditions('c', requesting('1', 2), full),
      ['Warn NodesTooFull'],
    ],
    ['what fits', () => capacityConditions('c', requesting('1'), full), []],
    [
      'taint',
      () => unfitPods('c', template(), [node({ taints: [golden] })]),
      ['Warn PodFitsNoNode'],
    ],
    [
      'tolerated taint',
      () =>
        unfitPods(
          'c',
          template({ tolerations: [{ key: 'disk', operator: 'Exists' }] }),
          [node({ taints: [golden] })],
        ),
      [],
    ],
    [
      'selector that fits',
      () =>
        unfitPods('c', template({ nodeSelector: { a: 'b' } }), [
          node({}, { a: 'b' }),
        ]),
      [],
    ],
    [
      'architecture',
      () =>
        missingArchitectures(
          'c',
          [node({}, { 'kubernetes.io/arch': 'arm64' })],
          [node({}, { 'kubernetes.io/arch': 'amd64' })],
        ),
      ['Warn ArchitectureAbsent'],
    ],
    [
      'class of another zone',
      () =>
        unreachedClass('c', storageClass(zone('b')), [node({}, { zone: 'a' })]),
      ['Error StorageClassReachesNoNode'],
    ],
    [
      'class of this zone',
      () =>
        unreachedClass('c', storageClass(zone('a')), [node({}, { zone: 'a' })]),
      [],
    ],
    ['class of every zone', () => unreachedClass('c', storageClass(), []), []],
    [
      'image inside',
      () =>
        imagesOfSource(
          'c',
          template({
            containers: [{ image: 'docker-registry.default.svc:5000/a/b' }],
          }),
        ),
      ['Warn ImageInsideSource'],
    ],
    [
      'images outside',
      () =>
        imagesOfSource(
          'c',
          template({
            containers: [{ image: 'quay.io/a/b' }, { image: 'a/b' }],
          }),
        ),
      [],
    ],
    [
      'route',
      () => takenHosts('c', [route('shop', 'h')], [route('x', 'h')]),
      ['Warn HostTaken'],
    ],
    [
      'own route',
      () => takenHosts('c', [route('shop', 'h')], [route('shop', 'h')]),
      [],
    ],
    [
      'cluster IP',
      () =>
        takenAddresses(
          'c',
          service('shop', { clusterIP: '1.1.1.1' }),
          [service('x', { clusterIP: '1.1.1.1' })],
          { preserveClusterIPs: true },
        ),
      ['Critical ClusterIPTaken'],
    ],
    [
      'headless',
      () =>
        takenAddresses(
          'c',
          service('shop', { clusterIP: 'None' }),
          [service('x', { clusterIP: 'None' })],
          { preserveClusterIPs: true },
        ),
      [],
    ],
    [
      'node port of the other protocol',
      () =>
        takenAddresses(
          'c',
          service('shop', { ports: [{ nodePort: 3 }] }),
          [service('x', { ports: [{ nodePort: 3, protocol: 'UDP' }] })],
          { preserveNodePorts: true },
        ),
      [],
    ],
    [
      'other definition',
      () => differentDefinitions('c', crd(v1), crd({ ...v1, name: 'v2' })),
      ['Warn DefinitionsDiffer'],
    ],
    ['same definition', () => differentDefinitions('c', crd(v1), crd(v1)), []],
    [
      'operator',
      () => ownedByOperators('c', [owned('Postgres')]),
      ['Warn OperatorOwnsWorkload'],
    ],
    ['nobody', () => ownedByOperators('c', [make('Deployment')]), []],
    [
      'Flux',
      () =>
        managedByGitOps('c', [
          make(
            'Deployment',
            {},
            {
              metadata: { labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' } },
            },
          ),
        ]),
      ['Warn ManagedByGitOps'],
    ],
    [
      'Helm alone',
      () =>
        managedByGitOps('c', [
          make(
            'Deployment',
            {},
            {
              metadata: { labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
            },
          ),
        ]),
      [],
    ],
    [
      'autoscaler from 0',
      () => autoscalerConditions('c', hpa(0)),
      ['Advisory AutoscalerHeld'],
    ],
    ['autoscaler from 1', () => autoscalerConditions('c', hpa(1)), []],
    [
      'autoscaler of a strange kind',
      () => autoscalerConditions('c', hpa(1, 'Widget')),
      ['Warn AutoscalerTargetNotStopped'],
    ],
  ])('%s', (_, decide, expected) => {
    const conditions = decide();
    expect(typesOf(conditions)).toEqual(expected);
    for (const { message } of conditions) {
      expect(message).toMatch(/\w\S*\. [A-Z].*\.$/);
    }
  });
});

it('Pod Security levels', () => {
  const careful = {
    containers: [
      {
        name: 'main',
        securityContext: {
          runAsNonRoot: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
    ],
  };
  const plain = { containers: [{ name: 'main' }] };
  expect(podSecurityViolations(careful, 'restricted')).toEqual([]);
  expect(podSecurityViolations(plain, 'restricted')).toHaveLength(4);
  expect(podSecurityViolations(plain, 'baseline')).toEqual([]);
  expect(
    podSecurityViolations(
      {
        volumes: [{ name: 'v', hostPath: {} }],
        containers: [
          {
            name: 'main',
            ports: [{ hostPort: 1 }],
            securityContext: {
              privileged: true,
              capabilities: { add: ['SYS_ADMIN', 'KILL'] },
            },
          },
        ],
      },
      'baseline',
    ),
  ).toEqual([
    'hostPath volume v',
    'privileged container main',
    'capabilities SYS_ADMIN of container main',
    'a host port of container main',
  ]);
});

describe('rights', () => {
  const right = { verb: 'get', group: '', resource: 'pods', namespace: 'shop' };
  it.each([
    [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }, {}, true],
    [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }, {}, true],
    [
      { verbs: ['get'], apiGroups: [''], resources: ['pods'] },
      { subresource: 'log' },
      false,
    ],
    [
      { verbs: ['get'], apiGroups: [''], resources: ['pods/log'] },
      { subresource: 'log' },
      true,
    ],
    [
      {
        verbs: ['get'],
        apiGroups: [''],
        resources: ['pods'],
        resourceNames: ['x'],
      },
      {},
      false,
    ],
    [{ verbs: ['get'], apiGroups: ['apps'], resources: ['pods'] }, {}, false],
  ])('%j for %j: %s', (rule, rest, allowed) => {
    expect(isAllowed([rule], { ...right, ...rest })).toBe(allowed);
  });
  it('of volumes only where some are carried', () => {
    const volume: any = {
      namespace: 'shop',
      action: 'skip',
      copyMethod: 'snapshot',
    };
    expect(volumeRights([volume])).toEqual([]);
    expect(volumeRights([{ ...volume, action: 'copy' }])).toContainEqual({
      verb: 'create',
      group: 'snapshot.storage.k8s.io',
      resource: 'volumesnapshots',
      namespace: 'shop',
    });
  });
});

it('webhooks concern what they select', () => {
  const types = [{ group: '', version: 'v1', resource: 'configmaps' }];
  const rules = [
    {
      apiGroups: ['*'],
      apiVersions: ['*'],
      resources: ['*'],
      operations: ['*'],
    },
  ];
  expect(concernedBy({ rules }, types, [{}])).toBe('configmaps');
  expect(
    concernedBy({ rules, failurePolicy: 'Ignore' }, types, [{}]),
  ).toBeUndefined();
  expect(
    concernedBy({ rules: [{ ...rules[0], operations: ['DELETE'] }] }, types, [
      {},
    ]),
  ).toBeUndefined();
  const namespaceSelector = { matchLabels: { a: 'b' } };
  expect(
    concernedBy({ rules, namespaceSelector }, types, [{}]),
  ).toBeUndefined();
  expect(concernedBy({ rules, namespaceSelector }, types, [{ a: 'b' }])).toBe(
    'configmaps',
  );
});
