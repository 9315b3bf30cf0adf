/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClosureKind } from './ClosureKind';
import { clusterRole } from './clusterRole';
import { clusterRoleBinding } from './clusterRoleBinding';
import { customResourceDefinition } from './customResourceDefinition';
import { ingressClass } from './ingressClass';
import { clusterServiceVersion, subscription } from './operators';
import { priorityClass } from './priorityClass';
import { runtimeClass } from './runtimeClass';
import { securityContextConstraints } from './securityContextConstraints';
import { storageClass } from './storageClass';
import { volumeSnapshotClass } from './volumeSnapshotClass';
import {
  apiService,
  mutatingWebhookConfiguration,
  validatingWebhookConfiguration,
} from './webhookConfiguration';

/** Bindings come before the roles that they name, and roles before the constraints that those name. */
export const closureKinds: ClosureKind[] = [
  customResourceDefinition,
  clusterRoleBinding,
  clusterRole,
  securityContextConstraints,
  priorityClass,
  storageClass,
  ingressClass,
  runtimeClass,
  volumeSnapshotClass,
  clusterServiceVersion,
  subscription,
  validatingWebhookConfiguration,
  mutatingWebhookConfiguration,
  apiService,
];
