/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  FENCING_TOKEN_LABEL,
  MIGRATION_LABEL,
  MOVER_CONFIG_DIR,
  MOVER_CONFIG_FILE,
  MoverConfig,
  PLAN_LABEL,
  MoverSecurity,
  PlannedVolume,
  VOLUME_LABEL,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { MoverResources } from './moverResources';
import { SecurityDecision } from './security/decideSecurity';

export interface MoverOwner {
  migrationId: string;
  planId: string;
  fencingToken: number;
}

export interface MoverPodOptions extends MoverOwner {
  namespace: string;
  name: string;
  component:
    | 'receiver'
    | 'sender'
    | 'comparer'
    | 'prover'
    | 'prober'
    | 'usage'
    | 'fingerprint'
    | 'reach'
    | 'backup'
    | 'restore'
    | 'images';
  image: string;
  /** Short name of the volume, for the label. */
  volume: string;
  claim?: { name: string; path: string; readOnly: boolean; block: boolean };
  /** Where a ReadWriteOnce claim is mounted already. */
  nodeName?: string;
  restart: boolean;
  ports?: number[];
  /** What people and the application say of the rights; by default those that the namespace admits are taken. */
  security?: {
    asked: MoverSecurity;
    application?: PlannedVolume['application'];
  };
  /** What the portal's configuration says; the namespace's LimitRanges come first. */
  resources?: MoverResources;
}

/** What was decided for the namespace that the pod is made in. */
export interface MoverPodDecisions {
  security: Pick<SecurityDecision, 'pod' | 'container' | 'user'>;
  resources: MoverResources;
}

export function helperLabels(
  owner: MoverOwner,
  component: string,
  volume: string,
): Record<string, string> {
  return {
    [MIGRATION_LABEL]: owner.migrationId,
    [PLAN_LABEL]: owner.planId,
    [COMPONENT_LABEL]: component,
    [VOLUME_LABEL]: volume,
    [FENCING_TOKEN_LABEL]: String(owner.fencingToken),
  };
}

export function moverPod(
  options: MoverPodOptions,
  { security, resources }: MoverPodDecisions,
): KubernetesObject {
  const volumes: any[] = [
    {
      name: 'config',
      secret: {
        secretName: options.name,
        // it belongs to root; nothing but the mover is in the pod
        defaultMode: security.user === undefined ? 0o400 : 0o444,
      },
    },
    { name: 'state', emptyDir: {} },
  ];
  const volumeMounts: any[] = [
    { name: 'config', mountPath: MOVER_CONFIG_DIR, readOnly: true },
    { name: 'state', mountPath: '/var/lib/mover' },
  ];
  if (options.claim) {
    volumes.push({
      name: 'data',
      persistentVolumeClaim: { claimName: options.claim.name },
    });
    if (!options.claim.block) {
      // read-only at the mount and not at the claim: a claim that the application writes cannot be attached twice
      volumeMounts.push({
        name: 'data',
        mountPath: options.claim.path,
        readOnly: options.claim.readOnly,
      });
    }
  }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: options.name,
      namespace: options.namespace,
      labels: helperLabels(options, options.component, options.volume),
    },
    spec: {
      restartPolicy: options.restart ? 'Always' : 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 5,
      securityContext: security.pod,
      ...(options.nodeName && {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchFields: [
                    {
                      key: 'metadata.name',
                      operator: 'In',
                      values: [options.nodeName],
                    },
                  ],
                },
              ],
            },
          },
        },
      }),
      containers: [
        {
          name: 'mover',
          image: options.image,
          imagePullPolicy: 'IfNotPresent',
          securityContext: security.container,
          resources,
          ports: options.ports?.map(containerPort => ({ containerPort })),
          ...(options.component === 'receiver' && {
            readinessProbe: {
              tcpSocket: { port: options.ports![0] },
              periodSeconds: 1,
            },
          }),
          volumeMounts,
          // Kubernetes has no read-only for devices; a mover opens its source's O_RDONLY (mover, BlockDevice.ts)
          ...(options.claim?.block && {
            volumeDevices: [{ name: 'data', devicePath: options.claim.path }],
          }),
        },
      ],
      volumes,
    },
  };
}

/** The Secret of a mover pod, with the same name. */
export function moverSecret(
  options: MoverPodOptions,
  config: MoverConfig,
  keys?: { ca: string; cert: string; key: string },
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: options.name,
      namespace: options.namespace,
      labels: helperLabels(options, options.component, options.volume),
    },
    type: 'Opaque',
    stringData: {
      [MOVER_CONFIG_FILE]: JSON.stringify(config),
      ...(keys && {
        'ca.crt': keys.ca,
        'tls.crt': keys.cert,
        'tls.key': keys.key,
      }),
    },
  };
}
