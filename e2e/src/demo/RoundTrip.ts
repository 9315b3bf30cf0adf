/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Progress } from '@namespace-migration/local-clusters';
import {
  type Migration,
  type MigrationType,
} from '@namespace-migration/plugin-migration-common';
import { type DemoApplicationOptions } from './application/DemoApplication';
import { answers, AvailabilityProbe, downtimeOf } from './AvailabilityProbe';
import { compareObjects } from './checks/compareObjects';
import { compareVolumes } from './checks/compareVolumes';
import { findLeftovers } from './checks/findLeftovers';
import { findRows } from './checks/findRows';
import { namespaceState, stateDifferences } from './checks/namespaceState';
import {
  type JournalEntry,
  readJournal,
  readRunningJournal,
} from './checks/readJournal';
import { type DemoClusters } from './DemoClusters';
import { type CutoverEvidence, type DemoReport } from './DemoReport';
import { waitUntilReady } from './deployApplication';
import { type Portal } from './Portal';
import { phaseSeconds, runMigration } from './runMigration';
import { waitUntil } from './waitUntil';

/** Stage, stage, cutover, rollback, cutover; with a look of its own at both clusters after each. */
export class RoundTrip {
  private journal: JournalEntry[] = [];
  private readonly migrationIds: string[] = [];

  constructor(
    private readonly options: {
      clusters: DemoClusters;
      application: DemoApplicationOptions;
      portal: Portal;
      planId: string;
      progress: Progress;
      signal: AbortSignal;
      /** Filled as things become known, so that a failed run's report tells how far it came. */
      report: DemoReport;
    },
  ) {}

  async run(): Promise<void> {
    const { report, clusters, application } = this.options;
    await this.migrate('stage', 'stage 1');
    await this.migrate('stage', 'stage 2');
    const before = await namespaceState(clusters.source, application.namespace);
    Object.assign(report, await this.cutover('cutover 1'));
    report.rollback = await this.rollback(before);
    report.secondCutover = await this.cutover('cutover 2');
  }

  private async migrate(type: MigrationType, name: string): Promise<Migration> {
    const { report, clusters, progress } = this.options;
    const migration = await runMigration({ ...this.options, type, name });
    this.migrationIds.push(migration.id);
    report.phases.push(...phaseSeconds(name, migration));
    progress.step(`${name}: completed; looking for leftovers`);
    for (const cluster of [clusters.source, clusters.destination]) {
      report.leftoverObjects.push(
        ...(await findLeftovers(cluster, this.migrationIds)),
      );
    }
    report.leftovers = report.leftoverObjects.length;
    return migration;
  }

  private async cutover(name: string): Promise<CutoverEvidence> {
    const { clusters, application, progress, signal } = this.options;
    const { source, destination } = clusters;
    const { namespace, image } = application;
    await waitUntil(
      'The application answers on the source',
      () => answers(source, namespace),
      { seconds: 60, signal },
    );
    await waitUntil(
      'The application has taken an order on the source',
      async () =>
        (await readRunningJournal(source, namespace)).length > 0 || undefined,
      { seconds: 60, signal },
    );
    const probe = new AvailabilityProbe(source, destination, namespace);
    let migration: Migration;
    try {
      migration = await this.migrate('cutover', name);
      await waitUntil(
        'The application answers on the destination',
        async () => probe.answers.destination.length >= 5,
        { seconds: 120, signal },
      );
    } finally {
      await probe.stop();
    }
    const downtime = downtimeOf(probe.answers);
    progress.step(
      `${name}: the application was away for ${downtime.downtimeSeconds} s; looking up every committed order`,
    );
    this.journal = await readJournal(source, namespace, image);
    const rows = await findRows(destination, namespace, this.journal);
    progress.step(
      `${name}: ${rows.found} of ${rows.committed} orders are on the destination; comparing files and objects`,
    );
    return {
      cutover: {
        ...downtime,
        writersGoneAt: migration.cutover?.writersGoneAt,
        finalPassStartedAt: migration.cutover?.finalPassStartedAt,
        writerPauseSeconds: await this.writerPause(),
      },
      rows,
      volumes: await compareVolumes(source, destination, namespace, migration),
      objects: await compareObjects(destination, application),
    };
  }

  /** How long no order was taken, by the writer's own account. */
  private async writerPause(): Promise<number> {
    const { clusters, application, signal } = this.options;
    const last = this.journal.at(-1);
    const next = await waitUntil(
      'The application takes orders on the destination',
      async () =>
        (
          await readRunningJournal(clusters.destination, application.namespace)
        ).find(({ time }) => last === undefined || time > last.time),
      { seconds: 60, signal },
    );
    return last === undefined ? NaN : (next.time - last.time) / 1000;
  }

  private async rollback(
    before: Awaited<ReturnType<typeof namespaceState>>,
  ): Promise<NonNullable<DemoReport['rollback']>> {
    const { clusters, application, progress, signal } = this.options;
    const { source, destination } = clusters;
    const { namespace } = application;
    const migration = await this.migrate('rollback', 'rollback');
    await waitUntilReady(source, namespace, signal);
    await waitUntil(
      'The application answers on the source again',
      () => answers(source, namespace),
      { seconds: 60, signal },
    );
    progress.step('rollback: comparing the source with what it was');
    const details = stateDifferences(
      before,
      await namespaceState(source, namespace),
    );
    return {
      sourceDifferences: details.length,
      details,
      reportedDifferences: migration.rollback?.sourceDifferences ?? NaN,
      rows: await findRows(source, namespace, this.journal),
      destinationNamespaceGone:
        (await destination.call('GET', `/api/v1/namespaces/${namespace}`)) ===
        undefined,
    };
  }
}
