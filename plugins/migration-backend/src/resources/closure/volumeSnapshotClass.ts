/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namedKind } from './ClosureKind';

export const volumeSnapshotClass = namedKind(
  'VolumeSnapshotClass',
  ['snapshot.storage.k8s.io/v1', 'snapshot.storage.k8s.io/v1beta1'],
  'named by VolumeSnapshots that come by choice',
  ({ snapshotClasses }) => snapshotClasses,
);
