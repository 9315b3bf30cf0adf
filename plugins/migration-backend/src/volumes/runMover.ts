/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverConfig,
  MoverFailure,
  MoverLine,
  MoverOutcome,
  parseMoverLine,
  parseMoverResult,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import {
  MoverPodDecisions,
  MoverPodOptions,
  moverPod,
  moverSecret,
} from './moverPod';
import { moverResources } from './moverResources';
import { securityFor } from './security/securityFor';

export type MoverState =
  | { state: 'running'; waitingFor: string; lines: MoverLine[] }
  | { state: 'succeeded'; outcome: MoverOutcome; lines: MoverLine[] }
  | { state: 'failed'; failure: MoverFailure };

/** Creates what is not there. Safe to call again: names are the same each time. */
export async function ensureMover(
  cluster: ClusterClient,
  options: MoverPodOptions,
  config: MoverConfig,
  keys?: { ca: string; cert: string; key: string },
): Promise<KubernetesObject> {
  const key = {
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: options.namespace,
    name: options.name,
  };
  const existing = await cluster.get(key);
  if (existing) {
    return existing;
  }
  await createUnlessThere(cluster, moverSecret(options, config, keys));
  return createUnlessThere(
    cluster,
    moverPod(options, await decisionsFor(cluster, options)),
  );
}

async function decisionsFor(
  cluster: ClusterClient,
  { namespace, claim, security, resources }: MoverPodOptions,
): Promise<MoverPodDecisions> {
  return {
    security: await securityFor(cluster, {
      asked: 'auto',
      ...security,
      namespace,
      side: claim?.readOnly === false ? 'destination' : 'source',
    }),
    resources: moverResources(
      resources ?? {},
      await cluster.list(
        { apiVersion: 'v1', kind: 'LimitRange' },
        { namespace },
      ),
      await cluster.list(
        { apiVersion: 'v1', kind: 'ResourceQuota' },
        { namespace },
      ),
    ),
  };
}

export async function createUnlessThere(
  cluster: ClusterClient,
  object: KubernetesObject,
): Promise<KubernetesObject> {
  try {
    return await cluster.create(object);
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'AlreadyExists') {
      return (await cluster.get({
        ...object,
        namespace: object.metadata.namespace,
        name: object.metadata.name,
      }))!;
    }
    throw error;
  }
}

/** What a one-shot mover has come to. */
export async function observeMover(
  cluster: ClusterClient,
  pod: KubernetesObject,
): Promise<MoverState> {
  const { namespace, name } = pod.metadata;
  const terminated = pod.status?.containerStatuses?.[0]?.state?.terminated;
  if (
    terminated ||
    pod.status?.phase === 'Failed' ||
    pod.status?.phase === 'Succeeded'
  ) {
    const result = terminated?.message
      ? parseMoverResult(terminated.message)
      : undefined;
    if (result?.ok) {
      return {
        state: 'succeeded',
        outcome: result.outcome,
        lines: await linesOf(cluster, namespace!, name),
      };
    }
    return {
      state: 'failed',
      failure: result?.error ?? {
        reason: 'MoverDied',
        message: `Pod ${namespace}/${name} on ${
          cluster.name
        } ended without a result (${
          terminated?.reason ?? pod.status?.reason ?? pod.status?.phase
        }, exit code ${terminated?.exitCode ?? 'unknown'})`,
      },
    };
  }
  const running = Boolean(pod.status?.containerStatuses?.[0]?.state?.running);
  return {
    state: 'running',
    waitingFor:
      whyNotRunning(pod) ?? `pod ${namespace}/${name} on ${cluster.name}`,
    lines: running ? await linesOf(cluster, namespace!, name, 20) : [],
  };
}

/** The kubelet's or scheduler's own words for a pod that does not run. */
export function whyNotRunning(pod: KubernetesObject): string | undefined {
  const { namespace, name } = pod.metadata;
  const waiting = pod.status?.containerStatuses?.[0]?.state?.waiting;
  if (waiting) {
    return `pod ${namespace}/${name}: ${waiting.reason} ${
      waiting.message ?? ''
    }`.trim();
  }
  const unscheduled = pod.status?.conditions?.find(
    (c: any) => c.type === 'PodScheduled' && c.status === 'False',
  );
  return (
    unscheduled &&
    `pod ${namespace}/${name} is not scheduled: ${unscheduled.message}`
  );
}

async function linesOf(
  cluster: ClusterClient,
  namespace: string,
  pod: string,
  tailLines?: number,
): Promise<MoverLine[]> {
  try {
    const text = await cluster.logs(namespace, pod, { tailLines });
    return text
      .split('\n')
      .map(parseMoverLine)
      .filter(line => line !== undefined);
  } catch (error) {
    // the outcome is in the pod's status; a log that is gone takes only details with it
    if (
      error instanceof ClusterError &&
      error.statusCode >= 400 &&
      error.statusCode < 500
    ) {
      return [];
    }
    throw error;
  }
}
