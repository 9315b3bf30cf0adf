/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Two real Kubernetes clusters, S3 and an image registry on one machine. */
export { canRun } from './machine/canRun';
export type { EnvironmentOptions, LocalEnvironment } from './environment';
export { up } from './up';
export { down } from './down';
export { status, type ComponentStatus } from './status';
export { refreshMoverImage } from './refreshMoverImage';
export { BtrfsPool } from './csi/BtrfsPool';
export { claimPath } from './claimPath';
export { setNetworkCut } from './networkCut';
export type { Cluster as LocalCluster } from './kubernetes/cluster';
export { ElapsedProgress, type Progress } from './progress';
export { ensurePackages } from './machine/debianPackages';
export { cacheDir } from './cacheDir';
export { ImageRegistry } from './ImageRegistry';
export { RegistryContent, type TestImage } from './RegistryContent';
export { startPostgres, type RunningPostgres } from './startPostgres';
