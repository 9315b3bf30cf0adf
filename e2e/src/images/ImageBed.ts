/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { join } from 'node:path';
import {
  ImageRegistry,
  RegistryContent,
} from '@namespace-migration/local-clusters';
import {
  ImageSelection,
  Plan,
} from '@namespace-migration/plugin-migration-common';
import { TestBed } from '../testBed';
import { dockerConfig, imageFixture } from './imageFixture';
import { busyboxLayer, randomLayer } from './layerOf';
import { trustRegistry } from './trustRegistry';

export const MIB = 1024 * 1024;
export const imageNames = ['api', 'init', 'report', 'web', 'worker'];

/**
 * Two registries, each with a password and an authority of its own. In the first one are five images that share layers,
 * one of them for two platforms; an application runs of them on the source.
 */
export class ImageBed {
  from!: ImageRegistry;
  to!: ImageRegistry;
  readonly digests: Record<string, string> = {};
  private readonly undo: Array<() => void | Promise<void>> = [];

  private constructor(readonly bed: TestBed, private readonly moved: string) {}

  /** @param port of the backend; the registries take the next ones */
  static async start(
    port: number,
    namespace: string,
    moved: string,
    options: { s3?: boolean } = {},
  ): Promise<ImageBed> {
    const bed = await TestBed.start(port, namespace, {
      ...options,
      fixture: false,
    });
    const images = new ImageBed(bed, moved);
    try {
      await images.prepare(port);
      return images;
    } catch (error) {
      await images.close();
      throw error;
    }
  }

  get source(): RegistryContent {
    return new RegistryContent(this.from);
  }

  get target(): RegistryContent {
    return new RegistryContent(this.to);
  }

  /** Called at the end, the last first. */
  onClose(undo: () => void): void {
    this.undo.push(undo);
  }

  async close(): Promise<void> {
    await this.bed.close();
    for (const undo of this.undo.reverse()) {
      await undo();
    }
  }

  /** One more, trusted by both clusters. */
  async registry(
    name: string,
    port: number,
    storage?: string,
  ): Promise<ImageRegistry> {
    const { bed } = this;
    const started = await ImageRegistry.start({
      dir: join(bed.environment.stateDir, `registry-${port}`),
      address: bed.source.net.nodeAddress.replace(/\.\d+$/, '.1'),
      port,
      login: { username: name, password: `secret of ${name}` },
      storage,
    });
    this.undo.push(() => started.stop());
    for (const cluster of [bed.source, bed.destination]) {
      this.undo.push(trustRegistry(cluster, started));
    }
    return started;
  }

  async addPullSecret(
    name: string,
    registry: ImageRegistry,
    login = registry.login!,
  ): Promise<void> {
    await this.bed.call(
      this.bed.source,
      `/api/v1/namespaces/${this.bed.namespace}/secrets`,
      'POST',
      dockerConfig(name, registry.host, login),
    );
  }

  /** That many pods of the source run. */
  async runs(count: number): Promise<boolean> {
    const pods = await this.bed.pods(this.bed.source, this.bed.namespace);
    return (
      pods.filter(
        ({ status, metadata }) =>
          status.phase === 'Running' && !metadata.deletionTimestamp,
      ).length === count
    );
  }

  selection(more: ImageSelection = {}): ImageSelection {
    const { from, to } = this;
    const { namespace } = this.bed;
    return {
      rules: [{ from: from.host, to: `${to.host}/moved` }],
      registries: [
        { registry: from.host, caBundle: from.caBundle },
        {
          registry: to.host,
          caBundle: to.caBundle,
          credentials: { cluster: 'source', namespace, secret: 'target-push' },
        },
      ],
      pullSecret: 'target-pull',
      attempts: 2,
      ...more,
    };
  }

  plan(name: string, images: ImageSelection, more: object = {}): Promise<Plan> {
    return this.bed.plan(name, this.moved, { images, ...more });
  }

  /** Blobs that the target was sent so far. */
  get uploads(): number {
    return this.to.requests.filter(line =>
      /"PUT \/v2\/.*\/blobs\/uploads\//.test(line),
    ).length;
  }

  private async prepare(port: number): Promise<void> {
    const { bed } = this;
    this.from = await this.registry('from', port + 1);
    this.to = await this.registry('to', port + 2);
    const shared = [busyboxLayer(), randomLayer(2 * MIB)];
    for (const name of imageNames) {
      this.digests[name] = await this.source.push({
        repository: `shop/${name}`,
        tag: '1',
        layers: [...shared, randomLayer(MIB / 2)],
        entrypoint: ['/bin/busybox', 'sleep', '1000000'],
        ...(name === 'api' && { architectures: ['amd64', 'arm64'] }),
      });
    }
    await this.addPullSecret('source-pull', this.from);
    await this.addPullSecret('target-push', this.to);
    for (const { path, object } of imageFixture(
      bed.namespace,
      this.from.host,
    )) {
      await bed.call(bed.source, path, 'POST', object);
    }
    await bed.until('the application runs', () => this.runs(3));
  }
}
