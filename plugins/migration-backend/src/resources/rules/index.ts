/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { apiService } from './apiService';
import { buildConfig } from './buildConfig';
import { claimReferences } from './claimReferences';
import { clusterRole } from './clusterRole';
import { clusterRoleBinding } from './clusterRoleBinding';
import { configMap } from './configMap';
import { customResourceDefinition } from './customResourceDefinition';
import { deploymentConfig } from './deploymentConfig';
import { endpoints } from './endpoints';
import { ephemeralVolume } from './ephemeralVolume';
import { everyObject } from './everyObject';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { imageReferences } from './imageReferences';
import { imageStream } from './imageStream';
import { imageStreamTags } from './imageStreamTags';
import { ingress } from './ingress';
import { job } from './job';
import { networkPolicy } from './networkPolicy';
import { pod } from './pod';
import { podAffinity } from './podAffinity';
import { ResourceRule } from './ResourceRule';
import { roleBinding } from './roleBinding';
import { route } from './route';
import { secret } from './secret';
import { securityContextConstraints } from './securityContextConstraints';
import { service } from './service';
import { serviceAccount } from './serviceAccount';
import { statefulSet } from './statefulSet';
import { webhookConfiguration } from './webhookConfiguration';
import { workload } from './workload';

/**
 * In this order: tags are read while the status is there, subjects are chosen before they are renamed, and workloads
 * are stopped last.
 */
export const resourceRules: ResourceRule[] = [
  imageStreamTags,
  everyObject,
  service,
  serviceAccount,
  secret,
  configMap,
  endpoints,
  pod,
  job,
  horizontalPodAutoscaler,
  networkPolicy,
  ingress,
  route,
  imageStream,
  buildConfig,
  deploymentConfig,
  clusterRole,
  clusterRoleBinding,
  roleBinding,
  securityContextConstraints,
  customResourceDefinition,
  webhookConfiguration,
  apiService,
  statefulSet,
  ephemeralVolume,
  podAffinity,
  claimReferences,
  imageReferences,
  workload,
];
