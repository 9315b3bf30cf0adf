/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { cronJob } from './cronJob';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { deploymentConfig } from './deploymentConfig';
import { helmRelease } from './helmRelease';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { job } from './job';
import { kustomization } from './kustomization';
import { replicaSet } from './replicaSet';
import { replicationController } from './replicationController';
import { rollout } from './rollout';
import { scaledJob } from './scaledJob';
import { scaledObject } from './scaledObject';
import { statefulSet } from './statefulSet';
import { WorkloadKind } from './WorkloadKind';

/** In the order in which they are stopped: what makes others first. */
export const workloadKinds: WorkloadKind[] = [
  kustomization,
  helmRelease,
  scaledJob,
  horizontalPodAutoscaler,
  cronJob,
  deployment,
  deploymentConfig,
  rollout,
  statefulSet,
  replicaSet,
  replicationController,
  scaledObject,
  daemonSet,
  job,
];
