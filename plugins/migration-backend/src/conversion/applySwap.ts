/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { QUIESCED_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  ObjectKey,
} from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import merge from 'lodash/merge';
import { workloadKinds } from '../quiesce';
import { everyObject } from '../resources/rules/everyObject';
import { job as jobRule } from '../resources/rules/job';
import { referenceKindOf } from './swapReferences';

const unchanged = { namespaces: {}, storageClasses: {}, claims: {} };

/**
 * Gives a stopped workload the references of `wanted`, which is the workload as it was before it was stopped, with or
 * without the new claims. May be repeated; an object that was deleted for being made anew is made.
 * @returns what is waited for; undefined when it is as wanted
 */
export async function applySwap(
  cluster: ClusterClient,
  key: ObjectKey,
  wanted: KubernetesObject,
  mark: string,
): Promise<string | undefined> {
  const kind = referenceKindOf(key.kind)!;
  // a bare pod is not there while it is stopped
  if (key.kind === 'Pod') {
    return undefined;
  }
  const live = await cluster.get(key);
  const label = `${key.kind} ${key.namespace}/${key.name} on ${cluster.name}`;
  if (live && hasReferencesOf(live, wanted)) {
    return undefined;
  }
  if (live && kind.patchOf) {
    await cluster.patch(key, kind.patchOf(wanted), { type: 'merge' });
    return undefined;
  }
  if (live) {
    await cluster.delete(key, {
      uid: live.metadata.uid,
      propagation: kind.propagation,
    });
    return `${label} to be gone, for being made anew`;
  }
  await cluster.create(stopped(wanted, mark));
  return undefined;
}

export function hasReferencesOf(
  live: KubernetesObject,
  wanted: KubernetesObject,
): boolean {
  const { podSpecOf } = referenceKindOf(live.kind)!;
  const namesOf = (object: KubernetesObject) => [
    (podSpecOf(object)?.volumes ?? []).map(
      (volume: any) => volume.persistentVolumeClaim?.claimName,
    ),
    (object.spec.volumeClaimTemplates ?? []).map(
      ({ metadata }: any) => metadata.name,
    ),
  ];
  return isEqual(namesOf(live), namesOf(wanted));
}

/** As `wanted`, and stopped in the same way as the one that it comes instead of. */
function stopped(wanted: KubernetesObject, mark: string): KubernetesObject {
  const workload = workloadKinds.find(({ kind }) => kind === wanted.kind)!;
  const annotations = { ...wanted.metadata.annotations };
  const object = jobOrOther(everyObject.apply(wanted, unchanged));
  object.metadata.ownerReferences = wanted.metadata.ownerReferences;
  object.metadata.annotations = { ...annotations, [QUIESCED_ANNOTATION]: mark };
  return merge(object, workload.quiescePatch(wanted));
}

const jobOrOther = (object: KubernetesObject) =>
  object.kind === 'Job' ? jobRule.apply(object, unchanged) : object;
