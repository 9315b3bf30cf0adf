/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  NotCompared,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** What a proof leaves out because this receiver, as its pod runs, may not keep it. */
export function notComparedBy({
  pod,
  volume,
}: {
  pod: KubernetesObject;
  volume: PlannedVolume;
}): NotCompared[] {
  const { runAsUser = 0 } = pod.spec.containers[0].securityContext ?? {};
  return runAsUser === 0 || volume.volumeMode === 'Block'
    ? []
    : ['owner', 'group', 'devices', 'capabilities', 'volumeRoot'];
}
