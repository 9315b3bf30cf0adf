/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { scaledKind } from './scaledKind';

/** Argo Rollouts': a Deployment by another name. */
export const rollout = scaledKind('Rollout', 'argoproj.io/v1alpha1');
