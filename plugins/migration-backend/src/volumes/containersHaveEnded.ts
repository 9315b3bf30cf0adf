/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/**
 * A pod that is being deleted and whose containers have all ended. Its object can stay for a minute yet, while the
 * kubelet unmounts. Good enough for movers, which write only for a peer that is there; a pod of the application
 * counts as a writer until its object is gone: a container that has ended could have been started again just before.
 */
export function containersHaveEnded(pod: KubernetesObject): boolean {
  if (['Succeeded', 'Failed'].includes(pod.status?.phase)) {
    return true;
  }
  const statuses: any[] = pod.status?.containerStatuses ?? [];
  return (
    Boolean(pod.metadata.deletionTimestamp) &&
    (pod.spec.containers ?? []).every(({ name }: { name: string }) =>
      statuses.some(
        status => status.name === name && Boolean(status.state?.terminated),
      ),
    )
  );
}
