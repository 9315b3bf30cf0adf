/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { claimPath, LocalCluster } from '@namespace-migration/local-clusters';
import { TestBed } from '../testBed';
import { Content, MatrixData, MatrixScale } from './MatrixData';
import { MatrixEngine } from './MatrixEngine';

/** One volume: an engine with one kind of data. */
export class MatrixCell {
  readonly claim: string;
  private before?: string;
  private frozen?: { path: string; at: number };

  constructor(
    private readonly bed: TestBed,
    private readonly destination: string,
    readonly engine: MatrixEngine,
    readonly data: MatrixData,
    private readonly scale: MatrixScale,
  ) {
    this.claim = `${engine.name}-${data.name.replace(/ /g, '-')}`;
  }

  get content(): Content {
    return this.engine.volumeMode === 'Block'
      ? this.data.device
      : this.data.directory;
  }

  get lives(): boolean {
    return this.content.writer !== undefined;
  }

  claimObject() {
    return {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: this.claim },
      spec: {
        accessModes: this.engine.accessModes,
        volumeMode: this.engine.volumeMode,
        storageClassName: this.engine.storageClass,
        resources: { requests: { storage: this.data.storage(this.scale) } },
      },
    };
  }

  writerObject(image: string) {
    const app = `writer-${this.claim}`;
    const isBlock = this.engine.volumeMode === 'Block';
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: app },
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: { app } },
        template: {
          metadata: { labels: { app } },
          spec: {
            terminationGracePeriodSeconds: 2,
            containers: [
              {
                name: 'main',
                image,
                command: ['/usr/bin/tini', '--', ...this.content.writer!],
                ...(isBlock
                  ? {
                      volumeDevices: [
                        { name: 'data', devicePath: '/dev/disk' },
                      ],
                    }
                  : { volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
              },
            ],
            volumes: [
              {
                name: 'data',
                persistentVolumeClaim: { claimName: this.claim },
              },
            ],
          },
        },
      },
    };
  }

  sourcePath(): Promise<string> {
    return this.pathOn(this.bed.source, this.bed.namespace);
  }

  copyPath(): Promise<string> {
    return this.pathOn(this.bed.destination, this.destination);
  }

  private async pathOn(cluster: LocalCluster, namespace: string) {
    return (
      this.engine.pathOf?.(this.bed, cluster, namespace, this.claim) ??
      claimPath(cluster, namespace, this.claim)
    );
  }

  async fill(): Promise<void> {
    this.content.fill(await this.sourcePath(), this.scale);
  }

  async change(): Promise<void> {
    this.content.change(await this.sourcePath(), this.scale);
  }

  /** Remembers the source as it is, where nobody writes to it. */
  async remember(): Promise<void> {
    if (!this.lives) {
      this.before = this.content.describe(await this.sourcePath());
    }
  }

  /** After a stage: the source goes on. Where there is no copy yet, the source is compared with what it was. */
  async afterStage(since: number): Promise<number> {
    const source = await this.sourcePath();
    if (this.engine.staged) {
      return this.content.differences({
        source,
        copy: await this.copyPath(),
        living: this.lives ? { since } : undefined,
      });
    }
    return this.sourceDifferences(source);
  }

  /** Keeps a living source as it is now; of a shared one only what is finished counts, because it goes on. */
  async freeze(directory: string): Promise<void> {
    const path = join(directory, this.claim);
    execFileSync('cp', [
      '--archive',
      '--sparse=always',
      // a device is read as a file
      ...(this.engine.volumeMode === 'Block' ? ['--copy-contents', '-L'] : []),
      await this.sourcePath(),
      path,
    ]);
    this.frozen = { path, at: Date.now() };
  }

  /** After a cutover: the source is at rest for good, the copy goes on where it lives. */
  async afterCutover(): Promise<number> {
    const copy = await this.copyPath();
    return this.engine.shared && this.frozen
      ? this.content.differences({
          source: this.frozen.path,
          copy,
          living: { since: this.frozen.at },
        })
      : this.content.differences({
          source: await this.sourcePath(),
          copy,
          copyLives: this.lives,
        });
  }

  /** After a rollback there is no copy any more, and the source is what it was, or more where it lives. */
  async afterRollback(): Promise<number> {
    const source = await this.sourcePath();
    return this.frozen
      ? this.content.differences({
          source: this.frozen.path,
          copy: source,
          copyLives: true,
          living: this.engine.shared ? { since: this.frozen.at } : undefined,
        })
      : this.sourceDifferences(source);
  }

  private sourceDifferences(source: string): number {
    return this.before === undefined ||
      this.before === this.content.describe(source)
      ? 0
      : 1;
  }
}
