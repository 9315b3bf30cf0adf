/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LocalCluster } from '@namespace-migration/local-clusters';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { builtInKinds } from './objects/builtInKinds';
import {
  clusterScopedKinds,
  onBothClusters,
} from './objects/clusterScopedKinds';
import { everything, keyOf, Listed, withoutTimes } from './objects/everything';
import { essence, renamed } from './objects/expectedAt';
import { fixture, FixtureObject } from './objects/FixtureObject';
import {
  openShiftDefinitions,
  openShiftKinds,
  sharedDefinitions,
} from './objects/openShiftKinds';
import {
  installedDefinitions,
  missingDefinitions,
  operatorKinds,
} from './objects/operatorKinds';
import { changes, Find, stay, traps } from './objects/traps';
import { workloadKinds } from './objects/workloadKinds';
import { TestBed } from './testBed';

const namespace = 'whole-shop';
const renamedTo = 'whole-shop-moved';
const merge = 'application/merge-patch+json';
const bring = (kind: string, name: string) => ({
  kind,
  name,
  action: 'bring' as const,
});

/** The plan's answers to everything that it is asked about this namespace. */
const choices: Partial<PlanInput> = {
  objects: {
    excludedObjects: [{ kind: 'ConfigMap', name: 'left-by-name' }],
    hosts: [{ from: '*.old.example', to: '*.new.example' }],
    clusterScoped: [
      bring('PriorityClass', `${namespace}-high`),
      bring('IngressClass', '*'),
      bring('ValidatingWebhookConfiguration', `${namespace}-validates`),
    ],
  },
  transforms: [
    {
      name: 'new-url',
      target: { kind: 'ConfigMap' },
      patch: [
        { op: 'test', path: '/data/url', value: 'http://old.example' },
        { op: 'replace', path: '/data/url', value: 'http://new.example' },
      ],
    },
  ],
};

describe('a whole namespace', () => {
  let bed: TestBed;
  /** What to delete on a cluster, last first. */
  const made: Array<[LocalCluster, FixtureObject]> = [];
  let source: Listed;

  const pathOf = ({ path, object }: FixtureObject) =>
    `${path}/${object.metadata.name}`;
  async function make(
    cluster: LocalCluster,
    each: FixtureObject,
    keep = false,
  ) {
    if (await bed.call(cluster, pathOf(each))) {
      return;
    }
    await bed.until(
      `${pathOf(each)} is made`,
      () => bed.call(cluster, each.path, 'POST', each.object),
      60,
    );
    if (!keep) {
      made.push([cluster, each]);
    }
  }

  async function deploy() {
    const { source: from, destination: to } = bed;
    await bed.call(
      from,
      `/api/v1/namespaces/${namespace}`,
      'PATCH',
      {
        metadata: {
          labels: { team: 'shop' },
          annotations: {
            'openshift.io/sa.scc.uid-range': '1000660000/10000',
          },
        },
      },
      merge,
    );
    for (const each of sharedDefinitions) {
      await make(from, each, true);
    }
    for (const each of missingDefinitions(namespace)) {
      await make(from, each);
    }
    for (const cluster of [from, to]) {
      for (const each of [
        ...openShiftDefinitions,
        ...installedDefinitions(namespace),
        ...onBothClusters(namespace),
      ]) {
        await make(cluster, each);
      }
    }
    for (const each of clusterScopedKinds(namespace)) {
      await make(from, each);
    }
    const image = bed.environment.images.demo;
    for (const each of [
      ...builtInKinds(namespace),
      ...workloadKinds(namespace, image),
      ...openShiftKinds(namespace),
      ...operatorKinds(namespace),
    ]) {
      await make(from, each, true);
    }
    await bed.call(
      from,
      `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
      'PATCH',
      { imagePullSecrets: [{ name: 'registry' }] },
      merge,
    );
    const there = await everything(bed, from, [namespace], namespace);
    const find = finder(there);
    const owner = (kind: string, name: string, controller?: boolean) => {
      const { apiVersion, metadata } = find(kind, name);
      return {
        ownerReferences: [
          { apiVersion, kind, name, uid: metadata.uid, controller },
        ],
      };
    };
    for (const [name, metadata] of [
      ['owned', owner('ConfigMap', 'settings')],
      ['of-custom', owner('Kafka', 'shop')],
      ['remade', owner('Deployment', 'web', true)],
    ] as const) {
      await make(
        from,
        fixture('v1 configmaps ConfigMap', namespace, name, {}, metadata),
        true,
      );
    }
    await bed.until('the pods run and the short job is over', async () => {
      const pods = await bed.pods(from, namespace);
      const job = await bed.call(
        from,
        `/apis/batch/v1/namespaces/${namespace}/jobs/over`,
      );
      return (
        pods.filter(({ status }) => status.phase === 'Running').length === 3 &&
        job.status.succeeded === 1
      );
    });
  }

  const finder =
    (listed: Listed): Find =>
    (kind, name) =>
      Object.values(listed).find(
        object => object.kind === kind && object.metadata.name === name,
      );

  beforeAll(async () => {
    bed = await TestBed.start(7281, namespace, { fixture: false });
    await deploy();
    source = await everything(bed, bed.source, [namespace], namespace);
  });

  afterAll(async () => {
    if (!bed) {
      return;
    }
    // nobody honours it, and a test that failed has left it on the destination too
    for (const [cluster, ns] of [
      [bed.source, namespace],
      [bed.destination, namespace],
      [bed.destination, renamedTo],
    ] as const) {
      await bed.call(
        cluster,
        `/api/v1/namespaces/${ns}/configmaps/finalised`,
        'PATCH',
        { metadata: { finalizers: null } },
        merge,
      );
    }
    await bed.close();
    // what a test that failed has brought and not taken back
    for (const each of [
      ...clusterScopedKinds(namespace),
      ...missingDefinitions(namespace),
    ]) {
      await bed.call(bed.destination, pathOf(each), 'DELETE');
    }
    for (const [cluster, each] of made.reverse()) {
      await bed.call(cluster, pathOf(each), 'DELETE');
    }
  });

  it('is not moved while the destination lacks what it needs', async () => {
    const plan = await bed.plan('whole-lacking', namespace);
    const said = plan.conditions.map(
      ({ type, message }) => `${type} ${message}`,
    );
    expect(
      plan.conditions
        .filter(({ type }) =>
          [
            'ClusterScopedStays',
            'ConversionWebhook',
            'KindNotServed',
            'RequirementMissing',
          ].includes(type),
        )
        .map(({ type, object }) => [type, object?.name])
        .sort(),
    ).toEqual([
      ['ClusterScopedStays', `${namespace}-mutates`],
      ['ClusterScopedStays', `${namespace}-validates`],
      ['ConversionWebhook', `converteds.only.${namespace}.example.org`],
      ['RequirementMissing', `${namespace}-high`],
      ['RequirementMissing', `${namespace}-ingress`],
    ]);
    expect(said.join('\n')).toMatch(
      /PriorityClass whole-shop-high is not on cluster destination as it is needed there by PodTemplate whole-shop\/needs\. Create or install it/,
    );
    const failing = await bed.plan('whole-failing', namespace, {
      ...choices,
      transforms: [
        {
          name: 'no-such-key',
          target: { kind: 'ConfigMap', name: 'settings' },
          patch: [{ op: 'remove', path: '/data/missing' }],
        },
      ],
    });
    expect(
      failing.conditions.filter(({ type }) => type === 'TransformFailed'),
    ).toEqual([
      expect.objectContaining({
        type: 'TransformFailed',
        message: expect.stringMatching(
          /^Transform no-such-key fails on ConfigMap whole-shop\/settings: operation remove \/data\/missing/,
        ),
      }),
    ]);
  });

  /** Everything that came, and how it should be, by the test's own comparison. */
  async function compare(to: string) {
    const there = await everything(bed, bed.destination, [to], namespace);
    const expected: Record<string, any> = {};
    for (const object of Object.values(source)) {
      const name = `${object.kind} ${object.metadata.name}`;
      if (
        object.metadata.namespace === namespace &&
        !madeByCluster(object, source) &&
        !stay.includes(name)
      ) {
        const wanted = renamed(essence(object), namespace, to);
        changes[name]?.(wanted);
        expected[keyOf(wanted)] = wanted;
      }
    }
    const found: Record<string, any> = {};
    for (const object of Object.values(there)) {
      if (
        object.metadata.namespace === to &&
        !madeByCluster(object, there) &&
        object.metadata.name !== 'was-there'
      ) {
        found[keyOf(object)] = essence(object);
      }
    }
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    expect(found).toEqual(expected);
    const kinds = new Set(
      Object.values(there).map(
        ({ kind, apiVersion }) => `${apiVersion} ${kind}`,
      ),
    );
    expect(kinds.size).toBeGreaterThanOrEqual(60);
    const failures: string[] = [];
    for (const trap of traps) {
      try {
        trap.holds(finder(there), finder(source), namespace, to);
      } catch (error) {
        failures.push(`${trap.name}: ${(error as Error).message}`);
      }
    }
    expect(failures).toEqual([]);
  }

  /** No controller of DeploymentConfigs runs here: says in its place, on both sides, that it has seen them. */
  async function observed<T>(to: string, work: () => Promise<T>): Promise<T> {
    const places = [
      [bed.source, namespace],
      [bed.destination, to],
    ] as const;
    return bed.during(work, async () => {
      for (const [cluster, place] of places) {
        const path = `/apis/apps.openshift.io/v1/namespaces/${place}/deploymentconfigs/dc`;
        const config = await bed.call(cluster, path).catch(() => undefined);
        if (config && (config.status?.observedGeneration ?? 0) < 1000) {
          await bed
            .call(
              cluster,
              path,
              'PATCH',
              { status: { observedGeneration: 1000, replicas: 0 } },
              merge,
            )
            .catch(() => undefined);
        }
      }
      await new Promise(resolve => setTimeout(resolve, 1000));
    });
  }

  /** When our field manager last changed each object. */
  function lastChanges(listed: Listed) {
    return Object.fromEntries(
      Object.entries(listed).map(([key, { kind, metadata }]) => [
        key,
        // Kubernetes 1.20 writes a StatefulSet with claims anew at every server-side apply, whatever is in it
        kind === 'StatefulSet'
          ? [metadata.uid, metadata.generation]
          : metadata.managedFields?.find(
              ({ manager }: any) => manager === 'namespace-migration',
            ) ?? metadata.uid,
      ]),
    );
  }

  it('comes whole under its own name; a second run changes nothing; a rollback leaves nothing', async () => {
    const { backend } = bed;
    const before = withoutTimes(
      await everything(bed, bed.destination, [namespace], namespace),
    );
    const plan = await bed.plan('whole', namespace, choices);
    expect(
      plan.conditions.filter(({ category }) =>
        ['Critical', 'Error'].includes(category),
      ),
    ).toEqual([]);
    const applied = async () => {
      await bed.until('the objects are applied', async () => !backend.running);
      return everything(bed, bed.destination, [namespace], namespace);
    };
    const { id } = await backend.api.startMigration(plan.id, {
      type: 'cutover',
    });
    const killed = { MIGRATION_KILL_AT: 'cutover/ApplyObjects/ran' };
    await backend.kill();
    backend.launch(killed);
    const first = await applied();
    backend.launch(killed);
    expect(lastChanges(await applied())).toEqual(lastChanges(first));
    await backend.start();
    await observed(namespace, () => backend.ended(id, 'Completed'));
    await compare(namespace);
    await observed(namespace, () => backend.run(plan.id, 'rollback'));
    await bed.gone(bed.destination, namespace);
    expect(
      withoutTimes(
        await everything(bed, bed.destination, [namespace], namespace),
      ),
    ).toEqual(before);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('comes whole under another name into a namespace of others, and leaves that as it was', async () => {
    const { backend, destination } = bed;
    await make(destination, {
      path: '/api/v1/namespaces',
      object: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: renamedTo,
          labels: { team: 'shop' },
          annotations: { 'openshift.io/sa.scc.uid-range': '1000660000/10000' },
        },
      },
    });
    const configMap = (name: string, data: object, metadata: object = {}) =>
      make(
        destination,
        fixture('v1 configmaps ConfigMap', renamedTo, name, { data }, metadata),
      );
    await configMap('was-there', { a: 'b' });
    await configMap(
      'settings',
      { url: 'theirs', more: 'x' },
      { labels: { of: 'others' } },
    );
    const list = () =>
      everything(bed, destination, [namespace, renamedTo], namespace);
    await bed.until('the namespace has its token', async () =>
      Object.keys(await list()).some(key => /Secret .*default-token/.test(key)),
    );
    const before = withoutTimes(await list());
    const lacking = await bed.plan('whole-taken', renamedTo, choices);
    expect(
      lacking.conditions
        .filter(({ category }) => category === 'Critical')
        .map(({ type, object }) => [type, object?.name]),
    ).toEqual([['ObjectExists', 'settings']]);
    const plan = await bed.plan('whole-renamed', renamedTo, {
      ...choices,
      existing: [{ kind: 'ConfigMap', name: 'settings', action: 'replace' }],
    });
    await observed(renamedTo, () => backend.run(plan.id, 'cutover'));
    await compare(renamedTo);
    await observed(renamedTo, () => backend.run(plan.id, 'rollback'));
    await bed.until(
      'what controllers made is gone',
      async () =>
        Object.keys(await list()).length <= Object.keys(before).length,
    );
    expect(withoutUid(withoutTimes(await list()), 'settings')).toEqual(
      withoutUid(before, 'settings'),
    );
    expect(await bed.leftovers()).toEqual([]);
  });
});

/** What was replaced is made anew from what it was. */
function withoutUid(listed: Record<string, any>, name: string) {
  const copy = structuredClone(listed);
  for (const object of Object.values(copy)) {
    if (object.metadata.name === name) {
      delete object.metadata.uid;
    }
  }
  return copy;
}

/** Kubernetes makes these in every namespace, or out of other objects. */
function madeByCluster(object: any, listed: Listed): boolean {
  const { kind, metadata, type } = object;
  if (metadata.ownerReferences?.some(({ controller }: any) => controller)) {
    return true;
  }
  switch (kind) {
    case 'ConfigMap':
      return metadata.name === 'kube-root-ca.crt';
    case 'Secret':
      return (
        type === 'kubernetes.io/service-account-token' &&
        /-token-[a-z0-9]{5}$/.test(metadata.name)
      );
    case 'Endpoints':
      return Object.values(listed).some(
        other =>
          other.kind === 'Service' &&
          other.metadata.name === metadata.name &&
          other.spec.selector,
      );
    case 'EndpointSlice':
      return Boolean(
        metadata.labels?.['endpointslice.kubernetes.io/managed-by'],
      );
    case 'ControllerRevision':
      return true;
    default:
      return false;
  }
}
