/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { cronJob } from './cronJob';
import { job } from './job';
import { pod } from './pod';
import { podTemplate } from './podTemplate';
import { ReferenceKind } from './ReferenceKind';
import { statefulSet } from './statefulSet';

export const referenceKinds: ReferenceKind[] = [
  podTemplate('Deployment'),
  podTemplate('DaemonSet'),
  podTemplate('ReplicaSet'),
  podTemplate('ReplicationController'),
  podTemplate('DeploymentConfig'),
  statefulSet,
  cronJob,
  job,
  pod,
];
