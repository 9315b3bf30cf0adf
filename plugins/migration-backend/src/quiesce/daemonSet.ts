/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/** No node has it, so no pod is scheduled (MTC's way). */
const NOWHERE = 'namespace-migration.io/quiesced';

export const daemonSet: WorkloadKind = {
  kind: 'DaemonSet',
  apiVersions: ['apps/v1'],
  applies: object => !hasController(object),
  quiescePatch: () => ({
    spec: { template: { spec: { nodeSelector: { [NOWHERE]: 'true' } } } },
  }),
  isQuiesced: object =>
    object.spec.template.spec.nodeSelector?.[NOWHERE] === 'true',
  restorePatch: before => ({
    spec: {
      template: {
        spec: {
          nodeSelector: before.spec.template.spec.nodeSelector
            ? { ...before.spec.template.spec.nodeSelector, [NOWHERE]: null }
            : null,
        },
      },
    },
  }),
  fields: ['/spec/template/spec/nodeSelector'],
};
