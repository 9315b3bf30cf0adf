/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { workloadKinds } from '../../quiesce';
import { done, Phase, waiting } from '../Phase';

/** Kinds that are older than label selectors with expressions. */
const plainSelector = ['ReplicationController', 'DeploymentConfig'];

/** Invariant 2 on the way back: the destination's copy is stopped, and seen to be stopped, before the source starts. Only what the plan brought is touched. */
export const quiesceDestination: Phase = {
  name: 'QuiesceDestination',
  step: 'Rollback',
  deadlineSeconds: options => options.quiesceDeadlineSeconds,
  async run({ store, destination }) {
    const rows = (await store.objects()).filter(row => !isGivenBack(row));
    const selectors: Array<{
      namespace: string;
      selector: Record<string, string>;
    }> = [];
    for (const row of rows) {
      const workload = workloadKinds.find(({ kind }) => kind === row.kind);
      const key = {
        apiVersion: row.apiVersion,
        kind: row.kind,
        namespace: row.namespace || undefined,
        name: row.name,
      };
      if (row.kind === 'Pod') {
        const live = await destination.get(key);
        if (live && live.metadata.uid === row.uid) {
          await destination.delete(key, { uid: row.uid });
          return waiting(
            `pod ${row.namespace}/${row.name} on ${destination.name} to end`,
          );
        }
      }
      const live = workload && (await destination.get(key));
      if (!workload || !live || live.metadata.uid !== row.uid) {
        continue;
      }
      if (!workload.isQuiesced(live)) {
        await destination.patch(key, workload.quiescePatch(live), {
          type: 'merge',
        });
      }
      const selector =
        live.spec.selector?.matchLabels ??
        (plainSelector.includes(row.kind) ? live.spec.selector : undefined);
      if (selector) {
        selectors.push({ namespace: row.namespace, selector });
      }
    }
    for (const { namespace, selector } of selectors) {
      const pods = await destination.list(
        { apiVersion: 'v1', kind: 'Pod' },
        {
          namespace,
          labelSelector: Object.entries(selector)
            .map(([key, value]) => `${key}=${value}`)
            .join(','),
        },
      );
      const alive = pods.find(
        pod => !['Succeeded', 'Failed'].includes(pod.status?.phase),
      );
      if (alive) {
        return waiting(
          `pod ${namespace}/${alive.metadata.name} on ${destination.name} to end`,
        );
      }
    }
    // and whatever else, a CronJob's pod for example, still writes to a claim that the plan made
    for (const claim of rows.filter(
      row => row.kind === 'PersistentVolumeClaim',
    )) {
      const pods = await destination.list(
        { apiVersion: 'v1', kind: 'Pod' },
        { namespace: claim.namespace },
      );
      const user = pods.find(
        pod =>
          !['Succeeded', 'Failed'].includes(pod.status?.phase) &&
          pod.spec.volumes?.some(
            (v: any) => v.persistentVolumeClaim?.claimName === claim.name,
          ),
      );
      if (user) {
        return waiting(
          `pod ${claim.namespace}/${user.metadata.name} on ${destination.name}, which mounts ${claim.name}, to end`,
        );
      }
    }
    return done;
  },
};
