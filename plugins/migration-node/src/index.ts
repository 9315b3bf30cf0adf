/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Extension points and interfaces of the migration backend. */
export * from './clusters/ClusterClient';
export * from './clusters/ClusterError';
export * from './images/ImageCopyEngine';
export * from './images/migrationImagesExtensionPoint';
export * from './preflight/PreflightCheck';
export * from './preflight/migrationPreflightExtensionPoint';
export * from './objects/migrationObjectsExtensionPoint';
export * from './StepResult';
export * from './volumes/VolumeCopyEngine';
export * from './volumes/migrationVolumesExtensionPoint';
