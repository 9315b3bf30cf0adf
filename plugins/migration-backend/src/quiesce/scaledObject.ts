/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { annotatedKind } from './annotatedKind';

/**
 * KEDA's autoscaler starts a workload that was scaled to 0 when there is something to do. Its annotation holds the
 * workload at no replicas, in every version since 2.4; `paused` alone is younger. It comes after the workloads in the
 * list: KEDA scales its target itself, and what that was must be remembered before.
 */
export const scaledObject = annotatedKind('ScaledObject', 'keda.sh/v1alpha1', {
  name: 'autoscaling.keda.sh/paused-replicas',
  value: '0',
});
