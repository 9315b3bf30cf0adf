/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotFoundError } from '@backstage/errors';
import {
  Migration,
  MigrationEvent,
} from '@namespace-migration/plugin-migration-common';
import { ClusterStore } from '../database/ClusterStore';
import { DatabaseHookRuns } from '../database/DatabaseHookRuns';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { RepositoryStore } from '../database/RepositoryStore';
import { diagnosticsOf } from './diagnosticsOf';
import { MigrationInspection } from './MigrationInspection';
import {
  credentialTexts,
  hookTexts,
  outputTexts,
  transformTexts,
} from './secretTexts';
import { sidesOf } from './sidesOf';

const EVENTS = 2_000;
const OBJECTS = 2_000;
const LOG_LINES = 500;
/** More would not be read by anybody. */
const PODS = 50;

export interface DiagnosticsOptions {
  migrations: Pick<
    DatabaseMigrationStore,
    'get' | 'events' | 'objectsOfMigration' | 'differences'
  >;
  migration(id: string): Promise<Migration>;
  hookRuns: Pick<DatabaseHookRuns, 'definitionsOf' | 'stored' | 'list' | 'log'>;
  inspection: Pick<MigrationInspection, 'pods' | 'log'>;
  clusters: Pick<ClusterStore, 'get'>;
  repositories: Pick<RepositoryStore, 'get'>;
  versions: Record<string, string>;
}

/** Gathers the bundle of a migration. What cannot be had is named in it, and hinders nothing else. */
export class Diagnostics {
  constructor(private readonly options: DiagnosticsOptions) {}

  /** @throws NotFoundError */
  async of(id: string): Promise<Record<string, unknown>> {
    const { migrations, hookRuns, inspection } = this.options;
    const stored = await migrations.get(id);
    if (!stored) {
      throw new NotFoundError(`There is no migration ${id}`);
    }
    const missing: string[] = [];
    const tried = async <T>(what: string, work: () => Promise<T>, none: T) => {
      try {
        return await work();
      } catch (error) {
        missing.push(`${what}: ${(error as Error).message}`);
        return none;
      }
    };
    const { input } = stored.plan;
    const clusters = (
      await Promise.all(
        sidesOf(stored).map(({ cluster }) =>
          this.options.clusters.get(cluster),
        ),
      )
    ).filter(found => found !== undefined);
    const repository = input.repository
      ? await this.options.repositories.get(input.repository)
      : undefined;
    const hooks = await hookRuns.definitionsOf(id);
    const runs = await hookRuns.list(id, stored.endedAt !== undefined);
    const { items, failed } = await inspection.pods(id);
    failed?.forEach(({ cluster, message }) =>
      missing.push(`pods on ${cluster}: ${message}`),
    );
    if (items.length > PODS) {
      missing.push(`logs of ${items.length - PODS} pods, which are too many`);
    }
    const pods = await Promise.all(
      items.slice(0, PODS).map(async pod => ({
        ...pod,
        log: await tried(
          `log of pod ${pod.namespace}/${pod.name} on ${pod.cluster}`,
          () => inspection.log(id, pod, { tailLines: LOG_LINES }),
          '',
        ),
      })),
    );
    return diagnosticsOf(
      {
        generatedAt: new Date().toISOString(),
        versions: this.options.versions,
        migration: await this.options.migration(id),
        plan: stored.plan,
        events: await this.lastEvents(id),
        objects: await migrations.objectsOfMigration(id, OBJECTS),
        differences: await migrations.differences(id),
        hooks,
        hookRuns: await Promise.all(
          runs.map(async run => ({
            ...run,
            log: await hookRuns.log(id, run.id),
          })),
        ),
        pods,
        clusters: clusters.map(({ cluster }) => cluster),
        repository: repository?.repository,
        missing,
      },
      [
        ...clusters.flatMap(({ connection }) => credentialTexts(connection)),
        ...credentialTexts(repository?.location ?? {}),
        ...hooks.flatMap(hookTexts),
        ...(await hookRuns.stored(id)).flatMap(({ outputs }) =>
          outputTexts(outputs),
        ),
        ...transformTexts(input),
      ],
    );
  }

  private async lastEvents(id: string): Promise<MigrationEvent[]> {
    const limit = 500;
    const events: MigrationEvent[] = [];
    for (;;) {
      const page = await this.options.migrations.events(id, {
        after: events[events.length - 1]?.id ?? 0,
        limit,
      });
      events.push(...page);
      if (page.length < limit) {
        return events.slice(-EVENTS);
      }
    }
  }
}
