/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  claimPath,
  LocalCluster,
  LocalEnvironment,
  up,
} from '@namespace-migration/local-clusters';
import {
  MigrationClient,
  Plan,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { fixtureNamespace, groupOf } from './fixtureNamespace';
import { describeDirectory } from './independentComparison';
import { TestBackend } from './testBackend';

const labelledKinds = [
  'pods',
  'services',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'persistentvolumes',
  'serviceaccounts',
];

const describedTypes = [
  '/api/v1/namespaces/NAMESPACE/configmaps',
  '/api/v1/namespaces/NAMESPACE/secrets',
  '/api/v1/namespaces/NAMESPACE/services',
  '/api/v1/namespaces/NAMESPACE/serviceaccounts',
  '/api/v1/namespaces/NAMESPACE/persistentvolumeclaims',
  '/apis/apps/v1/namespaces/NAMESPACE/deployments',
  '/apis/apps/v1/namespaces/NAMESPACE/statefulsets',
  '/apis/batch/v1beta1/namespaces/NAMESPACE/cronjobs',
  '/apis/autoscaling/v1/namespaces/NAMESPACE/horizontalpodautoscalers',
  '/apis/rbac.authorization.k8s.io/v1/namespaces/NAMESPACE/rolebindings',
];
const controllerAnnotations = [
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
  'deployment.kubernetes.io/revision',
  'endpoints.kubernetes.io/last-change-trigger-time',
];

/** Two real clusters, a namespace with a living writer on the source, and a real backend that knows both clusters. */
export class TestBed {
  private readonly planIds: string[] = [];
  private readonly destinations = new Set<string>();

  private constructor(
    readonly environment: LocalEnvironment,
    readonly backend: TestBackend,
    readonly namespace: string,
  ) {}

  /** An empty namespace, for a portal that knows both clusters already. */
  static async over(
    environment: LocalEnvironment,
    api: MigrationClient,
    namespace: string,
  ): Promise<TestBed> {
    const bed = new TestBed(environment, new TestBackend(0, api), namespace);
    await bed.makeNamespace();
    return bed;
  }

  private async makeNamespace(): Promise<void> {
    await this.call(this.source, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.namespace },
    });
  }

  static async start(
    port: number,
    namespace: string,
    options: {
      /** For the backend's process. */
      env?(environment: LocalEnvironment): Record<string, string>;
      /** Without, the namespace is empty. */
      fixture?: boolean;
      /** Brings up what the other tests do without. */
      s3?: boolean;
    } = {},
  ): Promise<TestBed> {
    const environment = await up({
      instance: Number(process.env.NAMESPACE_MIGRATION_INSTANCE ?? 0),
      without: options.s3 ? ['registry'] : ['s3', 'registry'],
    });
    const bed = new TestBed(environment, new TestBackend(port), namespace);
    try {
      if (options.fixture ?? true) {
        await bed.deploy();
      } else {
        await bed.makeNamespace();
      }
      await bed.backend.start(options.env?.(environment));
      for (const name of ['source', 'destination'] as const) {
        await bed.backend.api.registerCluster({
          name,
          connection: {
            kind: 'kubeconfig',
            kubeconfig: readFileSync(environment[name].kubeconfigPath, 'utf8'),
          },
        });
      }
      return bed;
    } catch (error) {
      await bed.close();
      throw error;
    }
  }

  /** Says of the source that volumes of this class can be mounted by other clusters too. */
  async makeMovable(storageClass: string): Promise<void> {
    const { api } = this.backend;
    const { options } = await api.getCluster('source');
    await api.updateCluster('source', {
      name: 'source',
      connection: {
        kind: 'kubeconfig',
        kubeconfig: readFileSync(this.source.kubeconfigPath, 'utf8'),
      },
      options: { ...options, movableStorageClasses: [storageClass] },
    });
  }

  get source(): LocalCluster {
    return this.environment.source;
  }

  get destination(): LocalCluster {
    return this.environment.destination;
  }

  /** Ends the backend and removes the namespaces. */
  async close(): Promise<void> {
    await this.backend.close();
    const namespaces: Array<[LocalCluster, string]> = [
      [this.source, this.namespace],
      ...[...this.destinations].map((name): [LocalCluster, string] => [
        this.destination,
        name,
      ]),
    ];
    for (const [cluster, name] of namespaces) {
      await this.call(cluster, `/api/v1/namespaces/${name}`, 'DELETE');
    }
    for (const cluster of [this.source, this.destination]) {
      await this.call(
        cluster,
        `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/shops.${groupOf(
          this.namespace,
        )}`,
        'DELETE',
      );
    }
    for (const [cluster, name] of namespaces) {
      await this.gone(cluster, name);
    }
  }

  async gone(cluster: LocalCluster, namespace: string): Promise<void> {
    await this.until(
      `namespace ${namespace} is gone`,
      async () =>
        !(await this.call(cluster, `/api/v1/namespaces/${namespace}`)),
    );
  }

  call(
    cluster: LocalCluster,
    path: string,
    method = 'GET',
    body?: unknown,
    contentType?: string,
  ): Promise<any> {
    const { api } = cluster;
    return api.call(method, path, body, contentType).finally(() => api.close());
  }

  async pods(cluster: LocalCluster, namespace: string): Promise<any[]> {
    return (await this.call(cluster, `/api/v1/namespaces/${namespace}/pods`))
      .items;
  }

  /** Objects on both clusters that carry the label of a migration of this test's plans. */
  async leftovers(): Promise<string[]> {
    const selector = `namespace-migration.io/migration,namespace-migration.io/plan in (${this.planIds.join(
      ',',
    )})`;
    const found: string[] = [];
    for (const cluster of [this.source, this.destination]) {
      for (const kind of labelledKinds) {
        const list = await this.call(
          cluster,
          `/api/v1/${kind}?labelSelector=${encodeURIComponent(selector)}`,
        );
        found.push(
          ...list.items.map((item: any) => `${kind} ${item.metadata.name}`),
        );
      }
    }
    return found;
  }

  async until(
    what: string,
    check: () => Promise<unknown>,
    seconds = 300,
  ): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!(await check())) {
      if (Date.now() > deadline) {
        throw new Error(`${what}: not so after ${seconds} s`);
      }
      await new Promise(resolve => setTimeout(resolve, 300));
    }
  }

  /**
   * What a person would call the namespace's own state: labels, annotations, and spec or data of its objects, but
   * not what the cluster's controllers keep there about themselves.
   */
  async describeObjects(cluster: LocalCluster, namespace: string) {
    const described: Record<string, unknown> = {};
    for (const type of describedTypes) {
      const { items } = await this.call(
        cluster,
        type.replace('NAMESPACE', namespace),
      );
      for (const { metadata, status, apiVersion, kind, ...rest } of items) {
        const annotations = { ...metadata.annotations };
        for (const own of controllerAnnotations) {
          delete annotations[own];
        }
        if (/^(default-token|.*-token-)/.test(metadata.name)) {
          continue;
        }
        described[`${type.split('/').pop()}/${metadata.name}`] = {
          labels: metadata.labels,
          annotations,
          finalizers: metadata.finalizers,
          rest,
        };
      }
    }
    return described;
  }

  /** Looks again and again while the work goes on, and once more after it. */
  async during<T>(
    work: () => Promise<T>,
    look: () => Promise<void>,
  ): Promise<T> {
    let working = true;
    const looking = (async () => {
      do {
        await look();
        await new Promise(resolve => setTimeout(resolve, 100));
      } while (working);
    })();
    try {
      return await work();
    } finally {
      working = false;
      await looking;
    }
  }

  /** What the writer has committed, line by line. */
  async journalOf(cluster: LocalCluster, namespace: string): Promise<string[]> {
    return readFileSync(
      join(await claimPath(cluster, namespace, 'journal'), 'journal'),
      'utf8',
    )
      .trimEnd()
      .split('\n');
  }

  /** The whole `files` volume, described by a program that shares nothing with the product. */
  async describeFiles(cluster: LocalCluster, namespace: string) {
    return describeDirectory(await claimPath(cluster, namespace, 'files'));
  }

  async replicas(cluster: LocalCluster, namespace: string) {
    return (
      await this.call(
        cluster,
        `/apis/apps/v1/namespaces/${namespace}/deployments/writer`,
      )
    )?.spec.replicas;
  }

  async suspended(cluster: LocalCluster, namespace: string, cronJob: string) {
    return (
      await this.call(
        cluster,
        `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs/${cronJob}`,
      )
    ).spec.suspend;
  }

  async plan(
    name: string,
    destination: string,
    rest: Partial<PlanInput> = {},
  ): Promise<Plan> {
    const plan = await this.backend.api.createPlan({
      name,
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: this.namespace, destination }],
      ...rest,
    });
    this.planIds.push(plan.id);
    this.destinations.add(destination);
    return plan;
  }

  private async deploy(): Promise<void> {
    for (const { path, object } of fixtureNamespace(
      this.namespace,
      this.environment.images.demo,
    )) {
      if (!(await this.call(this.source, `${path}/${object.metadata.name}`))) {
        await this.call(this.source, path, 'POST', object);
      }
    }
    await this.until(
      'the fixture runs',
      async () =>
        (
          await this.pods(this.source, this.namespace)
        ).filter(pod => pod.status.phase === 'Running').length === 2,
    );
    await this.until('the odd files are there', async () =>
      (await this.describeFiles(this.source, this.namespace)).includes('done'),
    );
  }
}
