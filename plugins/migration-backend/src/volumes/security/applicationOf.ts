/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** As whom the pods run that mount a claim, where they say it: the container's word comes before the pod's. */
export function applicationOf(
  pods: KubernetesObject[],
): PlannedVolume['application'] {
  const said = pods.map(({ spec }) => {
    const own = spec.securityContext ?? {};
    const first = (spec.containers ?? []).find(
      (container: any) => container.securityContext?.runAsUser !== undefined,
    )?.securityContext;
    return {
      runAsUser: first?.runAsUser ?? own.runAsUser,
      runAsGroup: first?.runAsGroup ?? own.runAsGroup,
      fsGroup: own.fsGroup,
      supplementalGroups: own.supplementalGroups,
    };
  });
  const application = said.find(({ runAsUser, fsGroup }) =>
    [runAsUser, fsGroup].some(id => id !== undefined),
  );
  return (
    application &&
    Object.fromEntries(
      Object.entries(application).filter(([, value]) => value !== undefined),
    )
  );
}
