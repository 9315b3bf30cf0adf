/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreflightCheck } from '@namespace-migration/plugin-migration-node';
import { autoscalers } from './autoscalers';
import { clockSkew } from './clockSkew';
import { containerLimits } from './containerLimits';
import { controllers } from './controllers';
import { customResources } from './customResources';
import { destinationRights } from './destinationRights';
import { hosts } from './hosts';
import { images } from './images';
import { namespaceTerminating } from './namespaceTerminating';
import { nodeCapacity } from './nodeCapacity';
import { planConflict } from './planConflict';
import { podHealth } from './podHealth';
import { podSecurity } from './podSecurity';
import { scheduling } from './scheduling';
import { securityConstraints } from './securityConstraints';
import { serverVersions } from './serverVersions';
import { serviceAddresses } from './serviceAddresses';
import { sourceRights } from './sourceRights';
import { volumeTopology } from './volumeTopology';
import { webhooks } from './webhooks';
import { workloadQuotas } from './workloadQuotas';

/** In the order in which they are shown. */
export const builtInChecks: PreflightCheck[] = [
  serverVersions,
  sourceRights,
  destinationRights,
  clockSkew,
  namespaceTerminating,
  planConflict,
  workloadQuotas,
  containerLimits,
  podSecurity,
  securityConstraints,
  nodeCapacity,
  scheduling,
  volumeTopology,
  images,
  hosts,
  serviceAddresses,
  webhooks,
  customResources,
  podHealth,
  controllers,
  autoscalers,
];
