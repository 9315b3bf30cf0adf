/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { VolumeCheckContext } from '@namespace-migration/plugin-migration-node';
import { securityFor } from '../../security/securityFor';

/** With which rights the movers of this volume would run, and what that costs. */
export async function checkDirectly(
  { source, destination, options }: VolumeCheckContext,
  volume: PlannedVolume,
): Promise<Condition[]> {
  const original = await source.get({
    apiVersion: 'v1',
    kind: 'Namespace',
    name: volume.namespace,
  });
  const name = `${volume.namespace}/${volume.claim}`;
  const conditions: Condition[] = [];
  for (const [cluster, namespace, side] of [
    [source, volume.namespace, 'source'],
    [destination, volume.target.namespace, 'destination'],
  ] as const) {
    const { level, because, refused, user } = await securityFor(cluster, {
      namespace,
      side,
      asked: options.moverSecurity,
      application: volume.application,
      // a namespace that is made by the migration gets its labels from the source
      instead: { labels: original?.metadata.labels },
    });
    const object = {
      cluster: cluster.name,
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    };
    if (refused) {
      conditions.push({
        type: 'MoverSecurityRefused',
        category: 'Critical',
        message: `Namespace ${namespace} on ${cluster.name} will not admit movers of level ${level} for claim ${name}: ${refused}. Choose moverSecurity auto in the plan, or change the namespace.`,
        object,
      });
    } else if (user !== undefined) {
      conditions.push({
        type: 'MoverNotRoot',
        category: 'Warn',
        message: `Movers in namespace ${namespace} on ${
          cluster.name
        } run as user ${user} and not as root for claim ${name}, because ${because}. ${consequenceOf(
          side,
          volume,
        )} Let the namespace admit baseline if that must be kept.`,
        object,
      });
    }
  }
  return conditions;
}

function consequenceOf(
  side: 'source' | 'destination',
  { volumeMode, application }: PlannedVolume,
): string {
  const unknown =
    application?.runAsUser === undefined
      ? ' No running pod says as which user the application runs, so it may be another.'
      : '';
  if (volumeMode === 'Block') {
    return `The node must let this user use the device.${unknown}`;
  }
  return side === 'source'
    ? `A file or directory that this user may not read stops the copy and is named.${unknown}`
    : `Every file will belong to this user; owners, groups, device files, capabilities of programs and the owner, mode and time of the volume's own directory are not kept, and the proof says that it does not compare them.${unknown}`;
}
