/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  MigrationPod,
  VOLUME_LABEL,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { whyNotRunning } from '../volumes/runMover';

/** A helper's pod as people see it. */
export function podOf(cluster: string, pod: KubernetesObject): MigrationPod {
  const { metadata, spec, status } = pod;
  const statuses: any[] = status?.containerStatuses ?? [];
  return {
    cluster,
    namespace: metadata.namespace!,
    name: metadata.name,
    component: metadata.labels?.[COMPONENT_LABEL] ?? '',
    volume: metadata.labels?.[VOLUME_LABEL],
    phase: metadata.deletionTimestamp
      ? 'Terminating'
      : status?.phase ?? 'Unknown',
    reason: whyNotRunning(pod) ?? failureOf(status),
    node: spec?.nodeName,
    createdAt: metadata.creationTimestamp,
    containers: (spec?.containers ?? []).map(({ name }: { name: string }) => {
      const found = statuses.find(candidate => candidate.name === name);
      return {
        name,
        restarts: found?.restartCount ?? 0,
        state: (['running', 'terminated', 'waiting'] as const).find(
          state => found?.state?.[state],
        ),
      };
    }),
  };
}

function failureOf(status: any): string | undefined {
  const said = [status?.reason, status?.message].filter(Boolean).join(': ');
  const ended = status?.containerStatuses?.[0]?.state?.terminated;
  return (
    said ||
    (ended && ended.exitCode !== 0
      ? `exit code ${ended.exitCode}${ended.reason ? ` (${ended.reason})` : ''}`
      : undefined)
  );
}
