/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterFailure,
  ClusterResources,
  COMPONENT_LABEL,
  MIGRATION_LABEL,
  MigrationPod,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { DatabaseHookRuns } from '../database/DatabaseHookRuns';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { StoredMigration } from '../database/migrationRecord';
import { secretsOf } from '../hooks/redact';
import { findHelpersOf } from './findHelpersOf';
import { podOf } from './podOf';
import { MAX_BYTES, readableLog } from './readableLog';
import { recordedResource } from './recordedResource';
import { MigrationSide, sidesOf } from './sidesOf';

const OBJECTS = 5_000;
const HELPERS = 500;
/** What hooks wrote is read whole, as far as the engine reads it too. */
const HOOK_LOG = { tailLines: 5_000, limitBytes: 8 * 1024 * 1024 };

export interface PodLogQuery {
  container?: string;
  tailLines: number;
  sinceTime?: Date;
}

export interface MigrationInspectionOptions {
  migrations: Pick<DatabaseMigrationStore, 'get' | 'objectsOfMigration'>;
  hookRuns: Pick<DatabaseHookRuns, 'definitionsOf' | 'stored'>;
  clusters: { client(name: string): Promise<ClusterClient> };
}

/** What a migration made on the clusters, for people to look at. It only reads, and never through what failed elsewhere. */
export class MigrationInspection {
  constructor(private readonly options: MigrationInspectionOptions) {}

  /** @throws NotFoundError */
  async resources(id: string): Promise<ClusterResources[]> {
    const migration = await this.stored(id);
    const objects = await this.options.migrations.objectsOfMigration(
      id,
      OBJECTS + 1,
    );
    const recorded = objects
      .slice(0, OBJECTS)
      .filter(({ action }) => action !== 'skip');
    return Promise.all(
      sidesOf(migration).map(async side => {
        const resources = recorded
          .filter(({ cluster }) => cluster === side.cluster)
          .map(recordedResource);
        const { helpers, truncated, error } = await this.helpers(
          migration,
          side,
        );
        const known = new Set(resources.map(keyOf));
        return {
          cluster: side.cluster,
          side: side.side,
          resources: [
            ...resources,
            ...helpers.filter(helper => !known.has(keyOf(helper))),
          ],
          truncated: truncated || objects.length > OBJECTS,
          error,
        };
      }),
    );
  }

  /** @throws NotFoundError */
  async pods(
    id: string,
  ): Promise<{ items: MigrationPod[]; failed?: ClusterFailure[] }> {
    const migration = await this.stored(id);
    if (hasNoHelpers(migration)) {
      return { items: [] };
    }
    const failed: ClusterFailure[] = [];
    const found = await Promise.all(
      sidesOf(migration).map(async ({ cluster, namespaces }) => {
        try {
          const client = await this.options.clusters.client(cluster);
          const pods: KubernetesObject[] = [];
          for (const namespace of namespaces) {
            pods.push(
              ...(await client.list(
                { apiVersion: 'v1', kind: 'Pod' },
                { namespace, labelSelector: `${MIGRATION_LABEL}=${id}` },
              )),
            );
          }
          return pods.slice(0, HELPERS).map(pod => podOf(cluster, pod));
        } catch (error) {
          failed.push({ cluster, message: messageOf(error) });
          return [];
        }
      }),
    );
    return {
      items: found.flat().sort((a, b) => placeOf(a).localeCompare(placeOf(b))),
      failed: failed.length > 0 ? failed : undefined,
    };
  }

  /**
   * @throws NotFoundError for a pod that is not the migration's; ServiceUnavailableError when the cluster does not tell
   */
  async log(
    id: string,
    target: Pick<MigrationPod, 'cluster' | 'namespace' | 'name'>,
    { container, tailLines, sinceTime }: PodLogQuery,
  ): Promise<string> {
    const migration = await this.stored(id);
    const side = sidesOf(migration).find(
      ({ cluster }) => cluster === target.cluster,
    );
    const where = `pod ${target.namespace}/${target.name} of migration ${id} on cluster ${target.cluster}`;
    const absent = new NotFoundError(
      `There is no ${where}; pods of movers and hooks are removed when they have ended`,
    );
    if (!side?.namespaces.includes(target.namespace)) {
      throw absent;
    }
    try {
      const client = await this.options.clusters.client(target.cluster);
      const pod = await client.get({
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: target.namespace,
        name: target.name,
      });
      if (pod?.metadata.labels?.[MIGRATION_LABEL] !== id) {
        throw absent;
      }
      const names: string[] = pod.spec.containers.map((c: any) => c.name);
      if (container !== undefined && !names.includes(container)) {
        throw new NotFoundError(
          `There is no container ${container} in ${where}; it has ${names.join(
            ', ',
          )}`,
        );
      }
      const hook = pod.metadata.labels[COMPONENT_LABEL] === 'hook';
      const bounds = hook
        ? HOOK_LOG
        : {
            tailLines,
            limitBytes: MAX_BYTES,
            sinceTime: sinceTime?.toISOString(),
          };
      const log = await client.logs(target.namespace, target.name, {
        ...bounds,
        container: container ?? names[0],
        timestamps: true,
      });
      return readableLog(log, {
        secrets: await this.secretsOf(id),
        hook,
        since: sinceTime,
        tailLines,
        limitBytes: bounds.limitBytes,
      });
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      if (error.statusCode === 404) {
        throw absent;
      }
      // a container that has not started yet has nothing to read
      if (error.statusCode === 400) {
        return '';
      }
      throw new ServiceUnavailableError(
        `The log of ${where} could not be read: ${error.message}`,
      );
    }
  }

  /** Values of headers, and of outputs that are secret by their name. */
  private async secretsOf(id: string): Promise<string[]> {
    const { hookRuns } = this.options;
    const hooks = await hookRuns.definitionsOf(id);
    const runs = await hookRuns.stored(id);
    return [
      ...hooks.flatMap(hook => secretsOf(hook, {})),
      ...runs.flatMap(({ outputs }) => secretsOf({}, outputs)),
    ];
  }

  /** While it runs, and afterwards if it left some. */
  private async helpers(
    migration: StoredMigration,
    { cluster, namespaces }: MigrationSide,
  ) {
    if (hasNoHelpers(migration)) {
      return { helpers: [], truncated: false };
    }
    try {
      return {
        ...(await findHelpersOf(
          await this.options.clusters.client(cluster),
          migration.id,
          namespaces,
          HELPERS,
        )),
        error: undefined,
      };
    } catch (error) {
      return { helpers: [], truncated: false, error: messageOf(error) };
    }
  }

  private async stored(id: string): Promise<StoredMigration> {
    const migration = await this.options.migrations.get(id);
    if (!migration) {
      throw new NotFoundError(`There is no migration ${id}`);
    }
    return migration;
  }
}

/** It has ended, and looked for them at its end. */
function hasNoHelpers({ endedAt, record }: StoredMigration): boolean {
  return endedAt !== undefined && record.leftovers === 0;
}

const placeOf = ({
  cluster,
  namespace,
  name,
}: Pick<MigrationPod, 'cluster' | 'namespace' | 'name'>) =>
  [cluster, namespace, name].join('/');

const keyOf = (resource: ClusterResources['resources'][number]) =>
  [resource.kind, resource.namespace, resource.name].join('/');

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);
