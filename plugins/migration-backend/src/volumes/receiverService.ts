/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MOVER_PORT,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { helperLabels, MoverOwner } from './moverPod';
import { helperName, volumeName } from './volumeName';

/** A Service in front of a volume's receiver. `what` tells several of one receiver apart. */
export function receiverService(
  owner: MoverOwner,
  volume: PlannedVolume,
  what: 'recv' | 'lb',
  type: 'ClusterIP' | 'NodePort' | 'LoadBalancer',
): KubernetesObject {
  const short = volumeName(volume);
  const labels = helperLabels(owner, 'receiver', short);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: helperName(what, short, owner.migrationId),
      namespace: volume.target.namespace,
      labels,
    },
    spec: {
      type,
      selector: {
        ...labels,
        'namespace-migration.io/fencing-token': undefined,
      },
      ports: [{ name: 'mover', port: MOVER_PORT, targetPort: MOVER_PORT }],
    },
  };
}
