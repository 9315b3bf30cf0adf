/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { csiDriverName } from './driverName';

/** The decisions of the snapshot controller and of the driver's snapshotter, without effects. */

export const snapshotApi = 'snapshot.storage.k8s.io/v1';
export const snapshotFinalizer =
  'snapshot.storage.kubernetes.io/volumesnapshot-bound-protection';
export const contentFinalizer =
  'snapshot.storage.kubernetes.io/volumesnapshotcontent-bound-protection';

/** The content of a snapshot of a claim's volume, to be taken by the driver. */
export function contentFor(
  snapshot: any,
  volumeHandle: string,
  snapshotClass: any,
): any {
  const { namespace, name, uid } = snapshot.metadata;
  return {
    apiVersion: snapshotApi,
    kind: 'VolumeSnapshotContent',
    metadata: { name: `snapcontent-${uid}`, finalizers: [contentFinalizer] },
    spec: {
      driver: snapshotClass.driver,
      deletionPolicy: snapshotClass.deletionPolicy,
      volumeSnapshotClassName: snapshotClass.metadata.name,
      source: { volumeHandle },
      volumeSnapshotRef: {
        apiVersion: snapshotApi,
        kind: 'VolumeSnapshot',
        namespace,
        name,
        uid,
      },
    },
  };
}

/** The class by name, or the default one of the driver. */
export function classOf(snapshot: any, classes: any[]): any | undefined {
  const { volumeSnapshotClassName } = snapshot.spec;
  return volumeSnapshotClassName
    ? classes.find(({ metadata }) => metadata.name === volumeSnapshotClassName)
    : classes.find(
        ({ driver, metadata }) =>
          driver === csiDriverName &&
          metadata.annotations?.[
            'snapshot.storage.kubernetes.io/is-default-class'
          ] === 'true',
      );
}

/** A content binds to the one snapshot that it names. */
export function bindsTo(content: any, snapshot: any): boolean {
  const ref = content.spec.volumeSnapshotRef;
  return (
    ref.namespace === snapshot.metadata.namespace &&
    ref.name === snapshot.metadata.name &&
    (ref.uid === undefined || ref.uid === snapshot.metadata.uid)
  );
}

export const snapshotHandleFor = (content: any) =>
  `snap-${content.metadata.uid}`;
