/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { QUIESCED_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import { workloadKinds } from './index';
import { concurrently } from '../resources/concurrently';
import { QuiescedObject } from './quiesceNamespace';
import { everyObject } from '../resources/rules/everyObject';
import { pod as podRule } from '../resources/rules/pod';

/** Writes to the cluster at once. */
const WRITES = 16;

/** Makes the stopped objects what they were. May be repeated. An object that was deleted meanwhile is told in the result. */
export async function restoreObjects(
  cluster: ClusterClient,
  objects: QuiescedObject[],
): Promise<string[]> {
  const problems: string[] = [];
  // what was stopped last starts first; within a kind many at once
  for (const sameKind of runsOfKind([...objects].reverse())) {
    await concurrently(WRITES, sameKind, async object => {
      const problem = await restoreObject(cluster, object);
      if (problem) {
        problems.push(problem);
      }
    });
  }
  return problems;
}

function runsOfKind(objects: QuiescedObject[]): QuiescedObject[][] {
  const runs: QuiescedObject[][] = [];
  for (const object of objects) {
    const run = runs[runs.length - 1];
    if (run?.[0].kind === object.kind) {
      run.push(object);
    } else {
      runs.push([object]);
    }
  }
  return runs;
}

async function restoreObject(
  cluster: ClusterClient,
  object: QuiescedObject,
): Promise<string | undefined> {
  const live = await cluster.get(object);
  if (object.kind === 'Pod') {
    if (live?.metadata.deletionTimestamp) {
      return `Pod ${object.namespace}/${object.name} is still terminating`;
    }
    if (!live) {
      await cluster.create(startable(object.before));
    }
    return undefined;
  }
  if (!live) {
    return `${object.kind} ${object.namespace}/${object.name} was deleted while it was quiesced`;
  }
  if (live.metadata.annotations?.[QUIESCED_ANNOTATION] !== undefined) {
    await cluster.patch(object, restorePatchOf(object), { type: 'merge' });
  }
  return undefined;
}

export function restorePatchOf(object: QuiescedObject): object {
  const workload = workloadKinds.find(({ kind }) => kind === object.kind);
  if (!workload) {
    throw new Error(`${object.kind} is no kind that is quiesced`);
  }
  const annotations = object.before.metadata.annotations ?? {};
  const patch: any = workload.restorePatch(object.before);
  return {
    ...patch,
    metadata: {
      annotations: {
        ...patch.metadata?.annotations,
        [QUIESCED_ANNOTATION]: annotations[QUIESCED_ANNOTATION] ?? null,
      },
    },
  };
}

/** A bare pod's manifest without what the cluster gave it. */
export function startable(pod: KubernetesObject): KubernetesObject {
  const context = { namespaces: {}, storageClasses: {}, claims: {} };
  return podRule.apply(everyObject.apply(pod, context), context);
}

/** In what the objects differ from before they were stopped, as `Kind namespace/name pointer`. */
export async function differencesFromBefore(
  cluster: ClusterClient,
  objects: QuiescedObject[],
): Promise<string[]> {
  const differences = await concurrently(WRITES, objects, object =>
    differencesOf(cluster, object),
  );
  return differences.flat();
}

async function differencesOf(
  cluster: ClusterClient,
  object: QuiescedObject,
): Promise<string[]> {
  const label = `${object.kind} ${object.namespace}/${object.name}`;
  const live = await cluster.get(object);
  if (!live) {
    return [`${label} is absent`];
  }
  const workload = workloadKinds.find(({ kind }) => kind === object.kind);
  return [
    '/metadata/annotations',
    '/metadata/labels',
    ...(workload?.fields ?? []),
  ]
    .filter(pointer => !isEqual(at(live, pointer), at(object.before, pointer)))
    .map(pointer => `${label} ${pointer}`);
}

/** Annotations that controllers keep up to date by themselves. */
const controllerAnnotations = [
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
];

function at(object: any, pointer: string): unknown {
  const value = pointer
    .slice(1)
    .split('/')
    .reduce((current, key) => current?.[key], object);
  if (pointer !== '/metadata/annotations') {
    return value;
  }
  const kept = Object.entries(value ?? {}).filter(
    ([key]) => !controllerAnnotations.includes(key),
  );
  return Object.fromEntries(kept);
}
