/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/**
 * An autoscaler leaves a workload alone that was scaled to 0, unless its own minimum is 0 (feature gate
 * HPAScaleToZero): that one would start a stopped workload again, and with a minimum of 1 it does not.
 */
export const horizontalPodAutoscaler: WorkloadKind = {
  kind: 'HorizontalPodAutoscaler',
  apiVersions: ['autoscaling/v2', 'autoscaling/v2beta2', 'autoscaling/v1'],
  applies: object => !hasController(object) && object.spec.minReplicas === 0,
  quiescePatch: object =>
    object.spec.minReplicas === 0 ? { spec: { minReplicas: 1 } } : {},
  isQuiesced: object => object.spec.minReplicas !== 0,
  restorePatch: before => ({
    spec: { minReplicas: before.spec.minReplicas ?? null },
  }),
  fields: ['/spec/minReplicas'],
};
