/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { annotatedKind } from './annotatedKind';

/** KEDA's maker of Jobs. */
export const scaledJob = annotatedKind('ScaledJob', 'keda.sh/v1alpha1', {
  name: 'autoscaling.keda.sh/paused',
  value: 'true',
});
