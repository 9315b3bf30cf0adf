/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Two real Kubernetes clusters, S3 and an image registry on one machine. */
export { canRun } from './machine/canRun';
export * from './environment';
export type { Cluster as LocalCluster } from './kubernetes/cluster';
export { ElapsedProgress, type Progress } from './progress';
export { ensurePackages } from './machine/debianPackages';
export { cacheDir } from './cacheDir';
