/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  ObjectKey,
} from '@namespace-migration/plugin-migration-node';
import { builtInEngines } from '../volumes/engines';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { validatePlan } from './validatePlan';

/** What a cluster would answer; the decisions are what is tested here, clusters are in e2e. */
function clusterWith(name: string, objects: KubernetesObject[]): ClusterClient {
  const reads: Partial<ClusterClient> = {
    name,
    get: async (key: ObjectKey) =>
      objects.find(
        object =>
          object.kind === key.kind &&
          object.metadata.name === key.name &&
          object.metadata.namespace === key.namespace,
      ),
    list: async ({ kind }, options) =>
      objects.filter(
        object =>
          object.kind === kind &&
          (!options?.namespace ||
            object.metadata.namespace === options.namespace),
      ),
    resourceTypes: async () => ({
      failedGroups: [],
      types: [
        {
          group: '',
          version: 'v1',
          apiVersion: 'v1',
          kind: 'ConfigMap',
          resource: 'configmaps',
          namespaced: true,
          verbs: ['create', 'get', 'list'],
          preferred: true,
        },
      ],
    }),
  };
  reads.findType = async (apiVersion, kind) =>
    (await reads.resourceTypes!()).types.find(
      type => type.apiVersion === apiVersion && type.kind === kind,
    );
  reads.listPages = async function* pages(type, options) {
    yield await reads.list!(type, options);
  };
  return reads as ClusterClient;
}

const object = (
  kind: string,
  name: string,
  rest: any = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  ...rest,
  metadata: { name, ...rest.metadata },
});
const shop = { namespace: 'shop' };
const claim = (name: string, rest: any = {}) =>
  object('PersistentVolumeClaim', name, {
    metadata: { ...shop, ...rest.metadata },
    spec: {
      storageClassName: 'gp2',
      accessModes: ['ReadWriteOnce'],
      volumeName: `pv-${name}`,
      resources: { requests: { storage: '1Gi' } },
      ...rest.spec,
    },
    status: { phase: 'Bound', capacity: { storage: '2Gi' }, ...rest.status },
  });
const storageClass = (name: string, provisioner: string, isDefault = false) =>
  object('StorageClass', name, {
    provisioner,
    metadata: {
      annotations: {
        'storageclass.kubernetes.io/is-default-class': String(isDefault),
      },
    },
  });
const plan = (change: Partial<PlanInput> = {}): PlanInput => ({
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop', destination: 'shop-moved' }],
  ...change,
});

async function validated(
  input: PlanInput,
  there: { source?: KubernetesObject[]; destination?: KubernetesObject[] } = {},
) {
  return validatePlan(
    'p1',
    input,
    clusterWith('old', [
      object('Namespace', 'shop'),
      storageClass('gp2', 'ebs'),
      ...(there.source ?? []),
    ]),
    clusterWith('new', [
      storageClass('standard', 'other', true),
      storageClass('premium', 'ebs'),
      ...(there.destination ?? []),
    ]),
    new VolumeCopyEngines(builtInEngines),
  );
}
const typesOf = async (...args: Parameters<typeof validated>) =>
  (await validated(...args)).conditions.map(({ type, field }) => [type, field]);

describe('validatePlan', () => {
  it('proposes for each claim a target that is never smaller than the volume', async () => {
    const { volumes, conditions } = await validated(plan(), {
      source: [
        claim('data'),
        object('Pod', 'web-0', {
          metadata: shop,
          spec: {
            volumes: [{ persistentVolumeClaim: { claimName: 'data' } }],
          },
        }),
      ],
    });
    expect(conditions).toEqual([]);
    expect(volumes).toEqual([
      expect.objectContaining({
        claim: 'data',
        action: 'copy',
        mountedBy: ['web-0'],
        target: {
          namespace: 'shop-moved',
          claim: 'data',
          // of the same provisioner, before the default class
          storageClass: 'premium',
          sizeBytes: 2 * 2 ** 30,
          accessModes: ['ReadWriteOnce'],
          adopt: false,
          shrink: false,
        },
      }),
    ]);
  });

  it.each([
    ['the same name', [storageClass('gp2', 'x')], 'gp2'],
    ['the same provisioner', [], 'premium'],
  ])(
    'chooses the storage class with %s',
    async (_name, destination, expected) => {
      const { volumes } = await validated(plan(), {
        source: [claim('data')],
        destination,
      });
      expect(volumes[0].target.storageClass).toBe(expected);
    },
  );

  it('chooses the default class where nothing else fits', async () => {
    const { volumes } = await validated(plan(), {
      source: [claim('data', { spec: { storageClassName: 'nfs' } })],
    });
    expect(volumes[0].target.storageClass).toBe('standard');
  });

  it('names a namespace that is not there', async () => {
    expect(
      await typesOf(
        plan({ namespaces: [{ source: 'shop' }, { source: 'gone' }] }),
      ),
    ).toEqual([['NamespaceNotFound', 'namespaces[1].source']]);
  });

  it('names a claim of the plan that is not there', async () => {
    expect(
      await typesOf(plan({ volumes: [{ ...shop, claim: 'gone' }] })),
    ).toEqual([['ClaimNotFound', 'volumes[0].claim']]);
  });

  it.each([
    [
      'a class that is not there',
      { storageClass: 'fast' },
      'StorageClassNotFound',
    ],
    ['too small a size', { size: '1Gi' }, 'DestinationTooSmall'],
  ])('refuses %s', async (_name, choice, type) => {
    expect(
      await typesOf(
        plan({ volumes: [{ ...shop, claim: 'data', ...choice }] }),
        {
          source: [claim('data')],
        },
      ),
    ).toEqual([[type, undefined]]);
  });

  it('refuses a copy method that does not fit, and names the one that does', async () => {
    const there = {
      source: [claim('disk', { spec: { volumeMode: 'Block' } })],
    };
    expect(await typesOf(plan(), there)).toEqual([]);
    const { conditions } = await validated(
      plan({ volumes: [{ ...shop, claim: 'disk', copyMethod: 'filesystem' }] }),
      there,
    );
    expect(conditions).toEqual([
      expect.objectContaining({
        type: 'CopyMethodDoesNotFit',
        message:
          'Claim shop/disk has volumeMode Block, and files are copied only of Filesystem. Choose block in the plan.',
      }),
    ]);
    const skipped = plan({
      volumes: [{ ...shop, claim: 'disk', action: 'skip' }],
    });
    expect(await typesOf(skipped, there)).toEqual([
      ['VolumeSkipped', undefined],
    ]);
  });

  it('offers every copy method with whether it fits, and takes the first that does', async () => {
    const { volumes } = await validated(plan(), { source: [claim('data')] });
    expect(volumes[0].copyMethod).toBe('filesystem');
    expect(volumes[0].copyMethods).toContainEqual({
      name: 'filesystem',
      title: 'Files, directly between the clusters',
      action: 'copy',
      fits: true,
    });
    const block = await validated(plan(), {
      source: [claim('disk', { spec: { volumeMode: 'Block' } })],
    });
    expect(block.volumes[0].copyMethod).toBe('block');
    expect(block.volumes[0].copyMethods).toContainEqual(
      expect.objectContaining({
        name: 'filesystem',
        fits: false,
        reason: expect.stringContaining('shop/disk has volumeMode Block'),
      }),
    );
  });

  it('names the copy methods that there are when the chosen one is unknown', async () => {
    const { conditions } = await validated(
      plan({ volumes: [{ ...shop, claim: 'data', copyMethod: 'fax' }] }),
      { source: [claim('data')] },
    );
    expect(conditions).toEqual([
      expect.objectContaining({
        type: 'CopyMethodDoesNotFit',
        category: 'Critical',
        message:
          'Claim shop/data: there is no copy method fax. Choose filesystem in the plan.',
      }),
    ]);
  });

  it('does not copy a claim that has no volume yet', async () => {
    const { volumes } = await validated(plan(), {
      source: [claim('new', { status: { phase: 'Pending' } })],
    });
    expect(volumes[0].action).toBe('skip');
  });

  describe('what is on the destination already (invariant 5)', () => {
    const there = (annotations?: object) => ({
      source: [claim('data')],
      destination: [
        claim('data', { metadata: { namespace: 'shop-moved', annotations } }),
      ],
    });

    it('stops the plan when another made the claim', async () => {
      expect(await typesOf(plan(), there())).toEqual([
        ['ClaimExists', undefined],
      ]);
      expect(
        await typesOf(
          plan(),
          there({ 'namespace-migration.io/migrated-by-plan': 'p2' }),
        ),
      ).toEqual([['ClaimExists', undefined]]);
    });

    it('does not when this plan did, or a person consents', async () => {
      expect(
        await typesOf(
          plan(),
          there({ 'namespace-migration.io/migrated-by-plan': 'p1' }),
        ),
      ).toEqual([]);
      expect(
        await typesOf(
          plan({ volumes: [{ ...shop, claim: 'data', adopt: true }] }),
          there(),
        ),
      ).toEqual([]);
    });

    const settings = {
      source: [object('ConfigMap', 'settings', { metadata: shop })],
      destination: [
        object('ConfigMap', 'settings', {
          metadata: { namespace: 'shop-moved', uid: 'u1' },
        }),
      ],
    };

    it('stops the plan when another made an object, which is named', async () => {
      const { conditions } = await validated(plan(), settings);
      expect(conditions).toEqual([
        expect.objectContaining({
          type: 'ObjectExists',
          category: 'Critical',
          object: expect.objectContaining({
            cluster: 'new',
            kind: 'ConfigMap',
            namespace: 'shop-moved',
            name: 'settings',
            uid: 'u1',
          }),
        }),
      ]);
    });

    it.each(['adopt', 'replace', 'skip'] as const)(
      'does not when a person chose to %s it',
      async action => {
        const chosen = { kind: 'ConfigMap', name: 'settings', action };
        expect(await typesOf(plan({ existing: [chosen] }), settings)).toEqual(
          [],
        );
        expect(
          await typesOf(
            plan({ existing: [{ ...chosen, namespace: 'another' }] }),
            settings,
          ),
        ).toEqual([['ObjectExists', undefined]]);
      },
    );
  });
});
