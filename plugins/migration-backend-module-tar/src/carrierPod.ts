/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import {
  MIGRATION_LABEL,
  PLAN_LABEL,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
  VolumeCopyContext,
} from '@namespace-migration/plugin-migration-node';
import { CARRIER_PORT, carrierScript } from './carrierScript';

export type Side = 'source' | 'destination';

/** The pod that holds one side of a volume, as it is now; created when it is not there. */
export async function ensureCarrier(
  context: VolumeCopyContext,
  volume: PlannedVolume,
  side: Side,
  image: string,
): Promise<KubernetesObject> {
  const cluster = context[side];
  const { namespace, claim } = side === 'source' ? volume : volume.target;
  const digest = createHash('sha256')
    .update(`${side}/${volume.namespace}/${volume.claim}`)
    .digest('hex');
  const name = `nm-tar-${digest.slice(0, 12)}-${context.owner.migrationId.slice(
    0,
    8,
  )}`;
  const key = { apiVersion: 'v1', kind: 'Pod', namespace, name };
  const existing = await cluster.get(key);
  if (existing) {
    return existing;
  }
  const pod: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: {
        [MIGRATION_LABEL]: context.owner.migrationId,
        [PLAN_LABEL]: context.owner.planId,
      },
    },
    spec: {
      restartPolicy: 'Always',
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 2,
      nodeName:
        side === 'source' ? await nodeOf(context.source, volume) : undefined,
      containers: [
        {
          name: 'carrier',
          image,
          imagePullPolicy: 'IfNotPresent',
          command: ['python3', '-c', carrierScript],
          securityContext: { runAsUser: 0, allowPrivilegeEscalation: false },
          readinessProbe: {
            exec: {
              command: [
                'python3',
                '-c',
                `import socket; socket.create_connection(("127.0.0.1", ${CARRIER_PORT}), 1)`,
              ],
            },
            // starting an interpreter takes its time on a busy node, and each start makes it busier
            periodSeconds: 3,
            timeoutSeconds: 15,
          },
          volumeMounts: [
            { name: 'data', mountPath: '/volume', readOnly: side === 'source' },
          ],
        },
      ],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: claim } }],
    },
  };
  try {
    return await cluster.create(pod);
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'AlreadyExists') {
      return (await cluster.get(key))!;
    }
    throw error;
  }
}

export function isReady(pod: KubernetesObject): boolean {
  return Boolean(
    pod.status?.conditions?.some(
      ({ type, status }: { type: string; status: string }) =>
        type === 'Ready' && status === 'True',
    ),
  );
}

/** A ReadWriteOnce claim can be mounted twice on the node only that has it. */
async function nodeOf(
  cluster: ClusterClient,
  { namespace, mountedBy }: PlannedVolume,
): Promise<string | undefined> {
  for (const name of mountedBy) {
    const pod = await cluster.get({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name,
    });
    if (pod?.spec.nodeName) {
      return pod.spec.nodeName;
    }
  }
  return undefined;
}
