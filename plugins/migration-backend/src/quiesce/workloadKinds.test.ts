/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { workloadKinds } from './index';
import { restorePatchOf, startable } from './restoreNamespace';

/** RFC 7386, as the API server applies it to what is left of the patch on the wire. */
const patched = (target: any, patch: any): any =>
  merged(target, JSON.parse(JSON.stringify(patch)));

function merged(target: any, patch: any): any {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result: any = { ...(typeof target === 'object' ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = merged(result[key], value);
    }
  }
  return result;
}

const object = (kind: string, spec: any, metadata = {}): KubernetesObject => ({
  apiVersion: 'x/v1',
  kind,
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec,
});
const of = (kind: string) =>
  workloadKinds.find(candidate => candidate.kind === kind)!;
const ownedBy = (kind: string) => ({
  ownerReferences: [
    { apiVersion: 'v1', kind, name: 'owner', uid: 'u', controller: true },
  ],
});
const template = (nodeSelector?: object) => ({
  template: { spec: { containers: [], ...(nodeSelector && { nodeSelector }) } },
});

describe('workload kinds', () => {
  const mark = 'namespace-migration.io/quiesced';

  it.each([
    ['Deployment', { replicas: 3 }],
    ['Deployment', { replicas: 0 }],
    ['DeploymentConfig', { replicas: 2 }],
    ['StatefulSet', {}],
    ['ReplicaSet', { replicas: 1 }],
    ['ReplicationController', { replicas: 2 }],
    ['HorizontalPodAutoscaler', { minReplicas: 0, maxReplicas: 3 }],
    ['CronJob', { suspend: false }],
    ['CronJob', { suspend: true }],
    ['CronJob', {}],
    ['Job', { parallelism: 4 }],
    ['Job', {}],
    ['DaemonSet', template()],
    ['DaemonSet', template({ disk: 'ssd' })],
    ['Rollout', { replicas: 2 }],
    ['Kustomization', {}],
    ['HelmRelease', { suspend: true }],
    ['ScaledObject', {}],
    ['ScaledJob', {}],
  ])('%s %j is stopped and afterwards exactly as before', (kind, spec) => {
    const workload = of(kind);
    const before = object(kind, spec, { annotations: { team: 'a' } });
    const stopped = patched(patched(before, workload.quiescePatch(before)), {
      metadata: { annotations: { [mark]: 'm1' } },
    });
    expect(workload.isQuiesced(stopped)).toBe(true);
    expect(
      patched(
        stopped,
        restorePatchOf({
          apiVersion: before.apiVersion,
          kind,
          namespace: 'shop',
          name: 'web',
          before,
        }),
      ),
    ).toEqual(before);
  });

  it('leave an autoscaler alone that cannot start what was stopped', () => {
    const autoscaler = of('HorizontalPodAutoscaler');
    for (const spec of [{}, { minReplicas: 1 }]) {
      const before = object('HorizontalPodAutoscaler', spec);
      expect(autoscaler.applies(before)).toBe(false);
      expect(autoscaler.quiescePatch(before)).toEqual({});
    }
  });

  it('are all there, what makes others first', () => {
    expect(workloadKinds.map(({ kind }) => kind)).toEqual([
      'Kustomization',
      'HelmRelease',
      'ScaledJob',
      'HorizontalPodAutoscaler',
      'CronJob',
      'Deployment',
      'DeploymentConfig',
      'Rollout',
      'StatefulSet',
      'ReplicaSet',
      'ReplicationController',
      // KEDA stops its target by itself, which must be remembered before
      'ScaledObject',
      'DaemonSet',
      'Job',
    ]);
  });

  it('leave alone what another workload controls', () => {
    expect(of('ReplicaSet').applies(object('ReplicaSet', {}))).toBe(true);
    expect(
      of('ReplicaSet').applies(object('ReplicaSet', {}, ownedBy('Deployment'))),
    ).toBe(false);
    expect(
      of('DaemonSet').applies(object('DaemonSet', {}, ownedBy('Operator'))),
    ).toBe(false);
  });

  it("stop a CronJob's Job, but none that is over or that an operator controls", () => {
    const applies = (metadata: object, status?: object) =>
      of('Job').applies({ ...object('Job', {}, metadata), status });
    expect(applies(ownedBy('CronJob'))).toBe(true);
    expect(applies(ownedBy('Operator'))).toBe(false);
    for (const type of ['Complete', 'Failed']) {
      expect(applies({}, { conditions: [{ type, status: 'True' }] })).toBe(
        false,
      );
    }
    expect(
      applies({}, { conditions: [{ type: 'Complete', status: 'False' }] }),
    ).toBe(true);
  });

  it('look for both versions of CronJob, the newer first', () => {
    expect(of('CronJob').apiVersions).toEqual(['batch/v1', 'batch/v1beta1']);
  });

  it('name the kind that cannot be restored', () => {
    expect(() =>
      restorePatchOf({
        apiVersion: 'v1',
        kind: 'Foo',
        namespace: 'shop',
        name: 'x',
        before: object('Foo', {}),
      }),
    ).toThrow('Foo is no kind that is quiesced');
  });
});

describe('startable', () => {
  it('is the bare pod without what its cluster gave it', () => {
    const pod: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'one',
        namespace: 'shop',
        uid: 'u1',
        resourceVersion: '7',
        labels: { app: 'one' },
      },
      spec: {
        nodeName: 'node-1',
        containers: [
          {
            name: 'c',
            volumeMounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'default-token-abcde', mountPath: '/var/run/secrets' },
            ],
          },
        ],
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'default-token-abcde', secret: { secretName: 'x' } },
        ],
      },
      status: { phase: 'Running' },
    };
    expect(startable(pod)).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'one', namespace: 'shop', labels: { app: 'one' } },
      spec: {
        containers: [
          { name: 'c', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    });
  });
});
