/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesApi } from '../kubernetes/kubernetesApi';
import { BtrfsPool } from './BtrfsPool';
import { csiDriverName } from './driverName';
import {
  bindsTo,
  classOf,
  contentFinalizer,
  contentFor,
  snapshotApi,
  snapshotFinalizer,
  snapshotHandleFor,
} from './snapshotting';

const root = `/apis/${snapshotApi}`;
const contentsPath = `${root}/volumesnapshotcontents`;
const merge = 'application/merge-patch+json';

/** What the snapshot controller and a driver's snapshotter sidecar do together, for one cluster. */
export class SnapshotController {
  constructor(
    private readonly api: KubernetesApi,
    private readonly pool: BtrfsPool,
  ) {}

  async reconcile(): Promise<void> {
    const [snapshots, classes] = await Promise.all([
      this.api.call('GET', `${root}/volumesnapshots`),
      this.api.call('GET', `${root}/volumesnapshotclasses`),
    ]);
    for (const snapshot of snapshots.items) {
      await (snapshot.metadata.deletionTimestamp
        ? this.deleteSnapshot(snapshot)
        : this.bindSnapshot(snapshot, classes.items));
    }
    const contents = await this.api.call('GET', contentsPath);
    for (const content of contents.items) {
      if (content.spec.driver === csiDriverName) {
        await (content.metadata.deletionTimestamp
          ? this.deleteContent(content)
          : this.takeContent(content));
      }
    }
  }

  private async bindSnapshot(snapshot: any, classes: any[]): Promise<void> {
    if (snapshot.status?.readyToUse) {
      return;
    }
    const { source } = snapshot.spec;
    const bound = snapshot.status?.boundVolumeSnapshotContentName;
    const name =
      bound ??
      source.volumeSnapshotContentName ??
      `snapcontent-${snapshot.metadata.uid}`;
    let content = await this.api.call('GET', `${contentsPath}/${name}`);
    if (!content && source.persistentVolumeClaimName) {
      const made = await this.dynamicContent(snapshot, classes);
      if ('error' in made) {
        await this.setStatus(snapshot, { error: { message: made.error } });
        return;
      }
      content = await this.api.call('POST', contentsPath, made);
    }
    if (!content || !bindsTo(content, snapshot)) {
      await this.setStatus(snapshot, {
        readyToUse: false,
        error: {
          message: content
            ? `VolumeSnapshotContent ${name} is bound to another VolumeSnapshot`
            : `VolumeSnapshotContent ${name} does not exist`,
        },
      });
      return;
    }
    if (!content.spec.volumeSnapshotRef.uid) {
      await this.api.call(
        'PATCH',
        `${contentsPath}/${name}`,
        { spec: { volumeSnapshotRef: { uid: snapshot.metadata.uid } } },
        merge,
      );
    }
    if (!snapshot.metadata.finalizers?.includes(snapshotFinalizer)) {
      await this.setFinalizers(this.pathOf(snapshot), [
        ...(snapshot.metadata.finalizers ?? []),
        snapshotFinalizer,
      ]);
    }
    await this.setStatus(snapshot, {
      boundVolumeSnapshotContentName: name,
      readyToUse: content.status?.readyToUse ?? false,
      ...(content.status?.restoreSize && {
        restoreSize: String(content.status.restoreSize),
      }),
      ...(content.status?.creationTime && {
        creationTime: new Date(content.status.creationTime / 1e6).toISOString(),
      }),
      error: content.status?.error ?? null,
    });
  }

  /** The content to be made for a snapshot of a claim, or why there is none. */
  private async dynamicContent(snapshot: any, classes: any[]) {
    const { namespace } = snapshot.metadata;
    const claimName = snapshot.spec.source.persistentVolumeClaimName;
    const claim = await this.api.call(
      'GET',
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claimName}`,
    );
    const volume =
      claim?.spec.volumeName &&
      (await this.api.call(
        'GET',
        `/api/v1/persistentvolumes/${claim.spec.volumeName}`,
      ));
    const snapshotClass = classOf(snapshot, classes);
    if (!volume?.spec.csi || !snapshotClass) {
      return {
        error: volume
          ? `There is no VolumeSnapshotClass for claim ${claimName}, or its volume is not of a CSI driver`
          : `Claim ${claimName} is not bound`,
      };
    }
    return volume.spec.csi.driver === snapshotClass.driver
      ? contentFor(snapshot, volume.spec.csi.volumeHandle, snapshotClass)
      : {
          error: `VolumeSnapshotClass ${snapshotClass.metadata.name} is of another driver than claim ${claimName}`,
        };
  }

  private async takeContent(content: any): Promise<void> {
    if (content.status?.readyToUse) {
      return;
    }
    const { volumeHandle, snapshotHandle } = content.spec.source;
    const handle = snapshotHandle ?? snapshotHandleFor(content);
    let status: object;
    try {
      if (volumeHandle) {
        await this.pool.snapshot(volumeHandle, handle);
      }
      if (!this.pool.hasSnapshot(handle)) {
        throw new Error(`snapshot ${handle} does not exist`);
      }
      status = {
        snapshotHandle: handle,
        readyToUse: true,
        restoreSize: this.pool.sizeOf(handle),
        creationTime: Date.now() * 1e6,
        error: null,
      };
    } catch (error) {
      status = {
        readyToUse: false,
        error: { message: (error as Error).message },
      };
    }
    await this.api.call(
      'PATCH',
      `${contentsPath}/${content.metadata.name}/status`,
      { status },
      merge,
    );
    if (!content.metadata.finalizers?.includes(contentFinalizer)) {
      await this.setFinalizers(`${contentsPath}/${content.metadata.name}`, [
        ...(content.metadata.finalizers ?? []),
        contentFinalizer,
      ]);
    }
  }

  private async deleteSnapshot(snapshot: any): Promise<void> {
    const name = snapshot.status?.boundVolumeSnapshotContentName;
    const content =
      name && (await this.api.call('GET', `${contentsPath}/${name}`));
    if (content?.spec.deletionPolicy === 'Delete') {
      if (!content.metadata.deletionTimestamp) {
        await this.api.call('DELETE', `${contentsPath}/${name}`);
      }
      // its own turn comes first
      return;
    }
    await this.setFinalizers(
      this.pathOf(snapshot),
      (snapshot.metadata.finalizers ?? []).filter(
        (finalizer: string) => finalizer !== snapshotFinalizer,
      ),
    );
  }

  private async deleteContent(content: any): Promise<void> {
    const handle = content.status?.snapshotHandle;
    if (content.spec.deletionPolicy === 'Delete' && handle) {
      await this.pool.deleteSnapshot(handle);
    }
    await this.setFinalizers(
      `${contentsPath}/${content.metadata.name}`,
      (content.metadata.finalizers ?? []).filter(
        (finalizer: string) => finalizer !== contentFinalizer,
      ),
    );
  }

  private async setStatus(snapshot: any, status: object): Promise<void> {
    await this.api.call(
      'PATCH',
      `${this.pathOf(snapshot)}/status`,
      { status },
      merge,
    );
  }

  private async setFinalizers(path: string, finalizers: string[]) {
    await this.api.call('PATCH', path, { metadata: { finalizers } }, merge);
  }

  private pathOf({ metadata }: any): string {
    return `${root}/namespaces/${metadata.namespace}/volumesnapshots/${metadata.name}`;
  }
}
