/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { claimReferences } from './claimReferences';
import { everyObject } from './everyObject';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { job } from './job';
import { pod } from './pod';
import { ResourceRule } from './ResourceRule';
import { roleBinding } from './roleBinding';
import { service } from './service';
import { serviceAccount } from './serviceAccount';
import { statefulSet } from './statefulSet';
import { workload } from './workload';

export const resourceRules: ResourceRule[] = [
  everyObject,
  service,
  serviceAccount,
  pod,
  job,
  horizontalPodAutoscaler,
  roleBinding,
  statefulSet,
  claimReferences,
  workload,
];
