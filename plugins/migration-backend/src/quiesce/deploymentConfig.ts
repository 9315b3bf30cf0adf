/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { scaledKind } from './scaledKind';

/** OpenShift's; other clusters do not serve it. */
export const deploymentConfig = scaledKind(
  'DeploymentConfig',
  'apps.openshift.io/v1',
);
