/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claimPath,
  ElapsedProgress,
  ensurePackages,
  LocalCluster,
  up,
} from '@namespace-migration/local-clusters';
import { Portal, usablePort } from '../demo/Portal';
import { TestBed } from '../testBed';
import { orders } from './orders';
import { type Hands, type Theme, Visitor } from './Visitor';

const catalog = join(__dirname, '../../../packages/backend/catalog');

/** The whole portal with one of its two frontends, two real clusters it does not know yet, and an application. */
export class PortalBed {
  private constructor(
    readonly portal: Portal,
    private readonly app: string,
    private readonly bed: TestBed,
    private readonly dir: string,
  ) {}

  static async start(app: string, namespace: string): Promise<PortalBed> {
    await ensurePackages(['chromium'], new ElapsedProgress(() => {}));
    const environment = await up({
      instance: Number(process.env.NAMESPACE_MIGRATION_INSTANCE ?? 0),
      without: ['s3', 'registry'],
    });
    const dir = mkdtempSync(join(tmpdir(), 'portal-'));
    const config = join(dir, 'app-config.test.yaml');
    const files = [
      join(catalog, 'guest.yaml'),
      join(__dirname, 'catalog-info.yaml'),
    ];
    writeFileSync(
      config,
      JSON.stringify({
        catalog: {
          locations: files.map(target => ({ type: 'file', target })),
        },
      }),
    );
    const portal = new Portal({
      dir,
      port: await usablePort(undefined),
      moverImage: environment.images.mover,
      app,
      configs: [config],
    });
    try {
      await portal.start();
      const bed = await TestBed.over(environment, portal.api, namespace);
      for (const { path, object } of orders(
        namespace,
        environment.images.demo,
      )) {
        await bed.call(bed.source, path, 'POST', object);
      }
      await bed.until('orders are taken', async () =>
        (
          await bed.pods(bed.source, namespace)
        ).some(pod => pod.status.phase === 'Running'),
      );
      return new PortalBed(portal, app, bed, dir);
    } catch (error) {
      await portal.stop();
      throw error;
    }
  }

  arrive(hands: Hands, theme: Theme): Promise<Visitor> {
    return Visitor.arrive(
      this.portal.url,
      hands,
      theme,
      this.app === 'app' ? '' : 'legacy/',
    );
  }

  kubeconfig(cluster: 'source' | 'destination'): string {
    return readFileSync(this.bed[cluster].kubeconfigPath, 'utf8');
  }

  get source(): LocalCluster {
    return this.bed.source;
  }

  get destination(): LocalCluster {
    return this.bed.destination;
  }

  /** Every order ever taken, read from the claim itself. */
  async ordersOn(cluster: LocalCluster, namespace: string): Promise<string[]> {
    return readFileSync(
      join(await claimPath(cluster, namespace, 'orders'), 'orders'),
      'utf8',
    )
      .trimEnd()
      .split('\n');
  }

  async replicas(cluster: LocalCluster, namespace: string) {
    const found = await this.bed.call(
      cluster,
      `/apis/apps/v1/namespaces/${namespace}/deployments/orders`,
    );
    return found?.spec.replicas;
  }

  /** Ends the portal and removes the application from both clusters. */
  async close(destination: string): Promise<void> {
    await this.portal.stop();
    await this.bed.call(
      this.destination,
      `/api/v1/namespaces/${destination}`,
      'DELETE',
    );
    await this.bed.close();
    await this.bed.gone(this.destination, destination);
    rmSync(this.dir, { recursive: true, force: true });
  }
}
