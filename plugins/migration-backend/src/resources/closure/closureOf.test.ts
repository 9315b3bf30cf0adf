/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { closureOf } from './closureOf';
import { addFactsOf, noFacts } from './namespaceFacts';

/** What a cluster would answer; the decisions are tested here, clusters in e2e. */
function cluster(name: string, objects: KubernetesObject[]): ClusterClient {
  const fake: Partial<ClusterClient> = {
    name,
    findType: async (apiVersion, kind) =>
      objects.some(
        object => object.kind === kind && object.apiVersion === apiVersion,
      )
        ? ({ kind, apiVersion } as any)
        : undefined,
    get: async key =>
      objects.find(
        object => object.kind === key.kind && object.metadata.name === key.name,
      ),
    list: async ({ kind }, options) =>
      objects.filter(
        object =>
          object.kind === kind &&
          (!options?.namespace ||
            object.metadata.namespace === options.namespace),
      ),
  };
  fake.listPages = async function* pages(type, options) {
    yield await fake.list!(type, options);
  };
  return fake as ClusterClient;
}

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: any = {},
): KubernetesObject => ({
  apiVersion,
  kind,
  ...rest,
  metadata: { name, ...rest.metadata },
});
const rbac = 'rbac.authorization.k8s.io/v1';
const role = (name: string, rest: object = {}) =>
  object(rbac, 'ClusterRole', name, rest);
const binding = (name: string, to: string, ...subjects: object[]) =>
  object(rbac, 'ClusterRoleBinding', name, {
    roleRef: { kind: 'ClusterRole', name: to },
    subjects,
  });
const robot = { kind: 'ServiceAccount', name: 'robot', namespace: 'shop' };
const scc = (name: string, rest: object = {}) =>
  object('security.openshift.io/v1', 'SecurityContextConstraints', name, rest);
const csv = (name: string, rest: object = {}) =>
  object('operators.coreos.com/v1alpha1', 'ClusterServiceVersion', name, rest);

async function closure(
  source: KubernetesObject[],
  destination: KubernetesObject[] = [],
  clusterScoped: NonNullable<PlanInput['objects']>['clusterScoped'] = [],
  naming: KubernetesObject[] = [],
) {
  const facts = { ...noFacts(['shop']), withServiceAccounts: true };
  naming.forEach(each => addFactsOf(each, facts));
  const { brought, conditions } = await closureOf(
    {
      name: 'p',
      source: 'a',
      destination: 'b',
      namespaces: [{ source: 'shop' }],
      objects: { clusterScoped },
    },
    facts,
    {
      namespaces: { shop: 'moved' },
      storageClasses: { gp2: 'standard' },
      claims: {},
    },
    cluster('a', source),
    cluster('b', destination),
  );
  return {
    brought: brought.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    conditions: conditions.map(
      ({ type, object: about }) => `${type} ${about?.kind} ${about?.name}`,
    ),
  };
}

describe('bindings and roles', () => {
  it.each<[string, object, boolean]>([
    ['a service account', robot, true],
    ['one of another namespace', { ...robot, namespace: 'other' }, false],
    [
      'its user',
      { kind: 'User', name: 'system:serviceaccount:shop:robot' },
      true,
    ],
    ['its group', { kind: 'Group', name: 'system:serviceaccounts:shop' }, true],
    [
      'the group of all',
      { kind: 'Group', name: 'system:serviceaccounts' },
      true,
    ],
    [
      'a namespace with a longer name',
      { kind: 'Group', name: 'system:serviceaccounts:shop2' },
      false,
    ],
    ['everybody', { kind: 'Group', name: 'system:authenticated' }, false],
  ])('that reach %s', async (_name, subject, reaches) => {
    const { brought } = await closure([role('r'), binding('b', 'r', subject)]);
    expect(brought).toEqual(
      reaches ? ['ClusterRoleBinding b', 'ClusterRole r'] : [],
    );
  });

  it("of the cluster's own, none", async () => {
    const { brought } = await closure([
      binding('system:x', 'r', robot),
      role('r'),
      binding('b', 'system:r', robot),
      role('system:r'),
      binding('c', 'edit', robot),
      role('edit', {
        metadata: {
          labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
        },
      }),
    ]);
    expect(brought).toEqual(['ClusterRoleBinding b', 'ClusterRoleBinding c']);
  });

  it('a role that only an ignored binding names stays', async () => {
    expect(
      await closure(
        [role('r'), binding('b', 'r', robot)],
        [],
        [{ kind: 'ClusterRoleBinding', name: 'b', action: 'ignore' }],
      ),
    ).toEqual({ brought: [], conditions: [] });
  });

  it('a role that a RoleBinding names comes', async () => {
    const names = object(rbac, 'RoleBinding', 'n', {
      metadata: { namespace: 'shop' },
      roleRef: { kind: 'ClusterRole', name: 'r' },
    });
    expect((await closure([role('r')], [], [], [names])).brought).toEqual([
      'ClusterRole r',
    ]);
  });
});

describe('security context constraints', () => {
  const user = { users: ['system:serviceaccount:shop:robot'] };
  const elsewhere = scc('restricted');

  it('that name an account come; they follow a role of theirs too', async () => {
    const { brought } = await closure(
      [
        scc('named', user),
        scc('by-role'),
        scc('by-rule'),
        scc('others', { users: ['system:serviceaccount:other:robot'] }),
        binding('b', 'system:openshift:scc:by-role', robot),
        binding('c', 'uses', robot),
        role('uses', {
          rules: [
            {
              apiGroups: ['security.openshift.io'],
              resources: ['securitycontextconstraints'],
              resourceNames: ['by-rule'],
              verbs: ['use'],
            },
          ],
        }),
      ],
      [elsewhere],
    );
    expect(brought.filter(name => name.startsWith('Security'))).toEqual([
      'SecurityContextConstraints named',
      'SecurityContextConstraints by-role',
      'SecurityContextConstraints by-rule',
    ]);
  });

  it("OpenShift's own must name the account on the destination as well", async () => {
    const missing = ['RequirementMissing SecurityContextConstraints anyuid'];
    expect(
      (await closure([scc('anyuid', user)], [scc('anyuid')])).conditions,
    ).toEqual(missing);
    expect(
      await closure(
        [scc('anyuid', user)],
        [scc('anyuid', { users: ['system:serviceaccount:moved:robot'] })],
      ),
    ).toEqual({ brought: [], conditions: [] });
  });

  it('mean nothing where the destination is no OpenShift', async () => {
    expect(await closure([scc('named', user)])).toEqual({
      brought: [],
      conditions: [],
    });
  });
});

it('tells what the account may not read', async () => {
  const source = cluster('a', []);
  const refusing = {
    ...source,
    // eslint-disable-next-line require-yield
    async *listPages(): AsyncGenerator<KubernetesObject[]> {
      throw new ClusterError('no list', 403, 'Forbidden', 'a');
    },
  };
  const { brought, conditions } = await closureOf(
    { name: 'p', source: 'a', destination: 'b', namespaces: [] },
    { ...noFacts(['shop']), withServiceAccounts: true },
    { namespaces: {}, storageClasses: {}, claims: {} },
    refusing,
    cluster('b', []),
  );
  expect(brought).toEqual([]);
  expect(conditions).toEqual([
    expect.objectContaining({
      type: 'ClosureUnreadable',
      message: expect.stringMatching(/^ClusterRoleBinding objects .*no list\./),
    }),
  ]);
});

describe('classes', () => {
  const pod = object('v1', 'Pod', 'p', {
    metadata: { namespace: 'shop' },
    spec: { priorityClassName: 'high', volumes: [] },
  });
  const set = object('apps/v1', 'StatefulSet', 's', {
    metadata: { namespace: 'shop' },
    spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'gp2' } }] },
  });
  const high = object('scheduling.k8s.io/v1', 'PriorityClass', 'high');
  const standard = object('storage.k8s.io/v1', 'StorageClass', 'standard');

  it('are required by the name that they have on the destination', async () => {
    expect((await closure([high], [], [], [pod, set])).conditions).toEqual([
      'RequirementMissing PriorityClass high',
      'RequirementMissing StorageClass standard',
    ]);
    expect(
      (await closure([high], [high, standard], [], [pod, set])).conditions,
    ).toEqual([]);
  });

  it.each([
    ['bring', 'high', ['PriorityClass high'], []],
    ['bring', '*', ['PriorityClass high'], []],
    ['ignore', 'high', [], []],
    ['require', 'high', [], ['RequirementMissing PriorityClass high']],
  ] as const)('%s %s', async (action, name, brought, conditions) => {
    expect(
      await closure(
        [high],
        [],
        [{ kind: 'PriorityClass', name, action }],
        [pod],
      ),
    ).toEqual({ brought, conditions });
  });

  it('a choice of one goes before that of its kind', async () => {
    expect(
      await closure(
        [high],
        [],
        [
          { kind: 'PriorityClass', name: '*', action: 'bring' },
          { kind: 'PriorityClass', name: 'high', action: 'ignore' },
        ],
        [pod],
      ),
    ).toEqual({ brought: [], conditions: [] });
  });
});

describe('operators', () => {
  const inShop = { metadata: { namespace: 'shop' } };
  const kafka = csv('kafka.v1.2.3', inShop);

  it('must be there in any version', async () => {
    expect((await closure([kafka])).conditions).toEqual([
      'RequirementMissing ClusterServiceVersion kafka.v1.2.3',
    ]);
    expect((await closure([kafka], [csv('kafka.v2.0.0')])).conditions).toEqual(
      [],
    );
    expect(
      (await closure([kafka], [csv('kafka-bridge.v2.0.0')])).conditions,
    ).toHaveLength(1);
  });

  it('that are shown in every namespace are not this one’s', async () => {
    const copied = csv('kafka.v1.2.3', {
      metadata: {
        namespace: 'shop',
        labels: { 'olm.copiedFrom': 'operators' },
      },
    });
    expect((await closure([copied])).conditions).toEqual([]);
  });
});

describe('what calls a Service of the namespace', () => {
  const hook = object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    'hook',
    {
      webhooks: [
        { clientConfig: { service: { namespace: 'shop', name: 's' } } },
      ],
    },
  );

  it('stays and is told, comes by choice, and is forgotten by choice', async () => {
    const { kind } = hook;
    expect(await closure([hook])).toEqual({
      brought: [],
      conditions: [`ClusterScopedStays ${kind} hook`],
    });
    expect(
      await closure([hook], [], [{ kind, name: 'hook', action: 'bring' }]),
    ).toEqual({ brought: [`${kind} hook`], conditions: [] });
    expect(
      await closure([hook], [], [{ kind, name: 'hook', action: 'ignore' }]),
    ).toEqual({ brought: [], conditions: [] });
  });
});
