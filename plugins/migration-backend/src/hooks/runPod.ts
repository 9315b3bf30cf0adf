/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { HookOutcome, StoredHookRun } from '../database/DatabaseHookRuns';
import { moverResources } from '../volumes/moverResources';
import { createUnlessThere, whyNotRunning } from '../volumes/runMover';
import { HookCall } from './HookCall';
import { HOOK_CONTAINER, hookPod, hookSecret } from './hookPod';
import { outputsOfLog } from './outputs';
import { settledLog } from './settledLog';

/** Lines of a log that are read: what is kept and what is looked through for outputs. */
const LOG_LINES = 5_000;
const LOG_BYTES = 8 * 1024 * 1024;
/** What a kubelet says in the place of a log: the container wrote nothing, or the runtime does not answer just now. */
const noLog =
  /^(failed to try resolving symlinks in path|unable to retrieve container logs for) /;
/** For the kubelet, which ends the pod at the deadline by itself. */
const GRACE_MS = 20_000;
/** For a cluster that does not answer. */
const AWAY_MS = 120_000;

export type Watched = { waitingFor: string } | HookOutcome;

/**
 * Starts the attempt's pod if it never was, and answers how it ended. A pod that was there and is no more is not made
 * again: nobody knows what it has done.
 */
export async function runPod(
  call: HookCall,
  run: StoredHookRun,
  deadline: number,
  started: () => Promise<void>,
): Promise<Watched> {
  const { cluster } = call;
  const where = `pod ${run.namespace}/${run.pod} on ${cluster.name}`;
  const late = Date.now() - deadline;
  if (late > AWAY_MS) {
    return failure(`${where} was not seen to end within its deadline`);
  }
  const key = {
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: run.namespace,
    name: run.pod!,
  };
  let pod = await cluster.get(key);
  if (!pod && run.state === 'running') {
    return failure(
      `${where} vanished before it was seen to end: somebody deleted it, or its node is gone`,
    );
  }
  if (!pod) {
    const made = await startPod(call, run, deadline);
    if (!('pod' in made)) {
      return made;
    }
    pod = made.pod;
  }
  if (run.state === 'starting') {
    await started();
  }
  const phase = pod.status?.phase;
  if (phase !== 'Succeeded' && phase !== 'Failed') {
    if (late < GRACE_MS) {
      return { waitingFor: whyNotRunning(pod) ?? `${where} to end` };
    }
    return failure(
      `${whyNotRunning(pod) ?? where} had not ended at its deadline`,
      undefined,
      (await logOf(call, run, true)) ?? '',
    );
  }
  const log = await settledLog(() => logOf(call, run, late > 0));
  const terminated = pod.status.containerStatuses?.[0]?.state?.terminated;
  if (phase === 'Succeeded') {
    return {
      state: 'succeeded',
      exitCode: terminated?.exitCode ?? 0,
      outputs: outputsOfLog(log),
      log,
    };
  }
  return failure(
    `${where} ended with ${howItEnded(pod, terminated)}`,
    terminated?.exitCode,
    log,
  );
}

function howItEnded(pod: KubernetesObject, terminated: any): string {
  const reason = [pod.status.reason, pod.status.message]
    .filter(Boolean)
    .join(': ');
  if (reason) {
    return reason;
  }
  return terminated
    ? `exit code ${terminated.exitCode}${
        terminated.reason && terminated.reason !== 'Error'
          ? ` (${terminated.reason})`
          : ''
      }`
    : 'no exit code';
}

async function startPod(
  call: HookCall,
  run: StoredHookRun,
  deadline: number,
): Promise<{ pod: KubernetesObject } | Watched> {
  const { cluster } = call;
  const seconds = Math.ceil((deadline - Date.now()) / 1000);
  if (seconds < 1) {
    return failure('its deadline was over before a pod could be made');
  }
  try {
    const namespace = await cluster.get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: call.namespace,
    });
    const [limitRanges, quotas] = await Promise.all(
      ['LimitRange', 'ResourceQuota'].map(kind =>
        cluster.list({ apiVersion: 'v1', kind }, { namespace: call.namespace }),
      ),
    );
    await createUnlessThere(cluster, hookSecret(call, run.attempt));
    return {
      pod: await createUnlessThere(
        cluster,
        hookPod(call, run.attempt, {
          activeDeadlineSeconds: seconds,
          namespace,
          resources: moverResources({}, limitRanges, quotas),
        }),
      ),
    };
  } catch (error) {
    if (!(error instanceof ClusterError) || error.transient) {
      throw error;
    }
    // a namespace that was just made gets its accounts a moment later
    if (/service ?account .*not found/i.test(error.message) && seconds > 1) {
      return { waitingFor: error.message };
    }
    return failure(
      `pod ${run.namespace}/${run.pod} on ${cluster.name} was refused: ${error.message}`,
    );
  }
}

async function logOf(
  { cluster }: HookCall,
  run: StoredHookRun,
  forgiving: boolean,
): Promise<string | undefined> {
  try {
    const log = await cluster.logs(run.namespace!, run.pod!, {
      container: HOOK_CONTAINER,
      tailLines: LOG_LINES,
      limitBytes: LOG_BYTES,
    });
    return noLog.test(log) ? undefined : log;
  } catch (error) {
    if (error instanceof ClusterError && (forgiving || !error.transient)) {
      return undefined;
    }
    throw error;
  }
}

function failure(message: string, exitCode?: number, log = ''): HookOutcome {
  return {
    state: 'failed',
    message,
    exitCode,
    log,
    outputs: outputsOfLog(log),
  };
}
