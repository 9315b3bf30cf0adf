/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { endDependents } from './endDependents';

const owned = (
  apiVersion: string,
  kind: string,
  name: string,
  owner: { apiVersion: string; kind: string; uid: string },
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace: 'shop',
    uid: name,
    ownerReferences: [{ ...owner, name: 'x', controller: true }],
  },
});
const replicaSet = { apiVersion: 'apps/v1', kind: 'ReplicaSet' };
const removed = {
  kind: 'Deployment',
  namespace: 'shop',
  uid: 'web',
  state: 'removed',
};

async function ending(...objects: KubernetesObject[]) {
  const deleted: string[] = [];
  const pending = await endDependents(
    {
      name: 'new',
      async *listPages(type: { kind: string }) {
        yield objects.filter(({ kind }) => kind === type.kind);
      },
      async delete({ name }: { name: string }) {
        deleted.push(name);
      },
    } as unknown as ClusterClient,
    { objectSummaries: async () => [removed as any] },
  );
  return { pending, deleted };
}

it('ends what removed workloads own, and what that owns', async () => {
  const { pending, deleted } = await ending(
    owned('apps/v1', 'ReplicaSet', 'web-1', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      uid: 'web',
    }),
    owned('v1', 'Pod', 'web-1-a', { ...replicaSet, uid: 'web-1' }),
  );
  expect(pending).toContain('ReplicaSet shop/web-1');
  expect(deleted).toEqual(['web-1', 'web-1-a']);
});

it('waits for a pod whose ReplicaSet went before it', async () => {
  const { pending } = await ending(
    owned('v1', 'Pod', 'web-1-a', { ...replicaSet, uid: 'web-1' }),
  );
  expect(pending).toContain('Pod shop/web-1-a');
});

it("neither ends nor waits for what is others'", async () => {
  const foreign = owned('apps/v1', 'ReplicaSet', 'mail-1', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    uid: 'mail',
  });
  const { pending, deleted } = await ending(
    foreign,
    owned('v1', 'Pod', 'mail-1-a', { ...replicaSet, uid: 'mail-1' }),
    // a kind of the same name
    owned('v1', 'Pod', 'train-0', {
      apiVersion: 'batch.volcano.sh/v1alpha1',
      kind: 'Job',
      uid: 'train',
    }),
  );
  expect(pending).toBeUndefined();
  expect(deleted).toEqual([]);
});
