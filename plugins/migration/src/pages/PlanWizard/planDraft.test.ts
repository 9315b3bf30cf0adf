/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { examplePlan } from '../../testing/examples';
import {
  draftOf,
  emptyDraft,
  inputOf,
  inputOfPlan,
  patchOf,
  readDraft,
} from './planDraft';

/** Every field that there is: `Required` has the compiler say when one is new. */
const everything: Required<PlanInput> = {
  name: 'shop',
  type: 'full',
  description: 'The shop',
  source: 'east',
  destination: 'west',
  repository: 'bucket',
  entityRef: 'component:default/shop',
  namespaces: [{ source: 'shop', destination: 'moved' }, { source: 'other' }],
  volumes: [
    {
      namespace: 'shop',
      claim: 'data',
      action: 'copy',
      copyMethod: 'indirect',
      targetClaim: 'data-2',
      storageClass: 'fast',
      size: '2Gi',
      accessModes: ['ReadWriteMany'],
      shrink: true,
      verify: 'sample',
      stageFrom: 'snapshot',
      adopt: true,
    } satisfies Required<NonNullable<PlanInput['volumes']>[number]>,
  ],
  existing: [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      namespace: '',
      name: 'x',
      action: 'adopt',
    },
  ],
  objects: {
    includedKinds: ['configmaps', 'deployments.apps'],
    alsoKinds: ['events'],
    labelSelector: 'a=b',
    includedObjects: [{ kind: 'Secret', name: 'a' }],
    excludedObjects: [{ kind: 'Secret', namespace: 'shop', name: 'b' }],
    completedJobs: true,
    notServed: 'warn',
    preserveNodePorts: true,
    preserveClusterIPs: false,
    hosts: [{ from: '*.east', to: '' }],
    uidRange: 'assign',
    clusterScoped: [{ kind: 'ClusterRole', name: '*', action: 'bring' }],
  } satisfies Required<NonNullable<PlanInput['objects']>>,
  images: {
    copyMethod: 'direct',
    rules: [{ from: 'east:5000', to: 'west:5000' }],
    registries: [
      {
        registry: 'east:5000',
        address: 'east.example.org',
        caBundle: 'PEM',
        credentials: { cluster: 'source', namespace: 'shop', secret: 'pull' },
      },
    ],
    platforms: 'needed',
    existingTags: 'keep',
    imageStreamHistory: 2,
    parallelImages: 5,
    attempts: 2,
    pullSecret: 'west-pull',
    onRollback: 'remove',
  } satisfies Required<NonNullable<PlanInput['images']>>,
  transforms: [
    {
      name: 'scale',
      target: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        labelSelector: 'a',
      },
      patch: [
        { op: 'replace', path: '/spec/replicas', value: 0 },
        { op: 'copy', from: '/a', path: '/b' },
      ],
    },
  ],
  hooks: [
    {
      hook: 'dump',
      phase: 'PreBackup',
      cluster: 'source',
      namespace: 'shop',
      serviceAccount: 'db',
    },
  ],
  options: {
    quiesce: true,
    verify: 'full',
    verifySamplePercent: 5,
    verifyBeforeQuiesce: false,
    verifyDeadlineSeconds: 60,
    resizeVolumes: true,
    resizeThresholdPercent: 9,
    endpoints: ['Tunnel'],
    parallelVolumes: 2,
    bandwidthLimitKiB: 1024,
    streamsPerVolume: 3,
    moverSecurity: 'restricted',
    quiesceDeadlineSeconds: 20,
    passDeadlineSeconds: 70,
    healthDeadlineSeconds: 30,
    excludedKinds: ['jobs.batch', '*.example.org'],
    keepDestinationVolumesOnRollback: true,
    keepRepositoryData: false,
  } satisfies Required<NonNullable<PlanInput['options']>>,
};

describe('a draft of a plan', () => {
  it('keeps every option of the plan that is edited', () => {
    const { volumes, ...rest } = everything;
    const plan = examplePlan({ ...rest, selections: volumes });
    expect(inputOf(draftOf(inputOfPlan(plan)))).toEqual(everything);
    // also by way of the server
    const kept = JSON.parse(JSON.stringify(draftOf(inputOfPlan(plan))));
    expect(inputOf(readDraft(kept))).toEqual(everything);
  });

  it.each(Object.keys(everything.options))(
    'says nothing of option %s when it was not given',
    option => {
      const { [option as 'verify']: _, ...options } = everything.options;
      const input = { ...everything, options };
      expect(inputOf(draftOf(input))).toEqual(input);
    },
  );

  it('gives no more than was given', () => {
    const least: PlanInput = {
      name: 'shop',
      source: 'east',
      destination: 'west',
      namespaces: [{ source: 'shop' }],
    };
    expect(inputOf(draftOf(least))).toEqual(least);
    expect(Object.keys(inputOf(emptyDraft))).toEqual([]);
  });

  it('takes kinds from lines or a list', () => {
    const { objects } = inputOf({
      ...emptyDraft,
      objects: { includedKinds: ' a, b\n\nc ', alsoKinds: '\n' },
    });
    expect(objects).toEqual({ includedKinds: ['a', 'b', 'c'] });
  });

  it('is read with what is unusable left empty', () => {
    expect(
      readDraft({
        name: 3,
        namespaces: {},
        hooks: null,
        objects: { labelSelector: 'a' },
        type: 'state',
        more: 1,
      }),
    ).toEqual({
      ...emptyDraft,
      type: 'state',
      objects: { ...emptyDraft.objects, labelSelector: 'a' },
    });
  });
});

describe('patchOf', () => {
  it.each(['', '{', '{}', '[]', '[1]', '[{"op":"add"}]'])(
    'takes %s for no patch',
    text => expect(patchOf(text)).toBeUndefined(),
  );
});
