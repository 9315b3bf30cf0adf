/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Wave,
  WaveCounts,
  WaveInput,
  WavePlan,
} from '@namespace-migration/plugin-migration-common';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { DatabaseWaveStore } from '../database/DatabaseWaveStore';
import { StoredWave, StoredWavePlan } from '../database/waveRecord';
import { validateWave } from './validateWave';
import { waveState } from './waveState';

/** Waves, as people see and command them. */
export class WaveService {
  constructor(
    private readonly waves: DatabaseWaveStore,
    private readonly migrations: Pick<
      DatabaseMigrationStore,
      'phases' | 'volumes'
    >,
  ) {}

  /** @throws InputError naming the field */
  async create(input: WaveInput, createdBy?: string): Promise<Wave> {
    const names = await this.waves.planNames(
      input.plans.map(({ planId }) => planId),
    );
    validateWave(input, names);
    const id = await this.waves.insert(
      {
        name: input.name,
        type: input.type,
        concurrency: input.concurrency ?? 1,
        onFailure: input.onFailure ?? 'stop',
        createdBy,
      },
      input.plans.map(({ planId, after = [] }) => ({
        planId,
        name: names.get(planId)!,
        after: [...new Set(after)],
      })),
    );
    return this.get(id);
  }

  async list(page: {
    limit: number;
    offset: number;
  }): Promise<{ items: Wave[]; totalItems: number }> {
    const { items, totalItems } = await this.waves.list(page);
    const counts = await this.waves.counts(items);
    return {
      items: items.map(wave => waveView(wave, counts.get(wave.id)!)),
      totalItems,
    };
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Wave> {
    const wave = await this.stored(id);
    const counts = await this.waves.counts([wave]);
    const plans = await this.waves.plansOf(id);
    return {
      ...waveView(wave, counts.get(id)!),
      plans: await Promise.all(plans.map(plan => this.planView(plan))),
    };
  }

  /** Starts no more until it is resumed. @throws NotFoundError, ConflictError */
  async pause(id: string, by: string): Promise<Wave> {
    const wave = await this.get(id);
    if (!(await this.waves.pause(id, by))) {
      throw new ConflictError(
        wave.state === 'Paused'
          ? `${nameOf(wave)} is paused already`
          : `${nameOf(wave)} has no plan left to start`,
      );
    }
    return this.get(id);
  }

  /** @throws NotFoundError, ConflictError */
  async resume(id: string, retryFailed: boolean): Promise<Wave> {
    const wave = await this.get(id);
    if (!(await this.waves.resume(id, retryFailed))) {
      throw new ConflictError(
        wave.canceledAt
          ? `${nameOf(
              wave,
            )} was canceled; make a new one of the plans that are left`
          : retryFailed
          ? `${nameOf(wave)} has no plan to try again`
          : `${nameOf(wave)} is not paused`,
      );
    }
    return this.get(id);
  }

  /** Starts no more, for good; the answer tells what still runs. @throws NotFoundError, ConflictError */
  async cancel(id: string, by: string): Promise<Wave> {
    const wave = await this.get(id);
    if (!(await this.waves.cancel(id, by))) {
      throw new ConflictError(
        wave.canceledAt
          ? `${nameOf(wave)} was canceled already`
          : `${nameOf(
              wave,
            )} has no plan left to start; cancel the migrations that still run, each for itself`,
      );
    }
    return this.get(id);
  }

  private async stored(id: string): Promise<StoredWave> {
    const wave = await this.waves.get(id);
    if (!wave) {
      throw new NotFoundError(`There is no wave ${id}`);
    }
    return wave;
  }

  private async planView(plan: StoredWavePlan): Promise<WavePlan> {
    const { accepted, ...shown } = plan;
    if (plan.state !== 'Running' || !plan.migrationId) {
      return shown;
    }
    const phases = await this.migrations.phases(plan.migrationId);
    const volumes = await this.migrations.volumes(plan.migrationId);
    const now = phases.find(({ startedAt, endedAt }) => startedAt && !endedAt);
    const sum = (of: 'bytesDone' | 'bytesTotal') =>
      volumes.reduce((bytes, volume) => bytes + (volume[of] ?? 0), 0);
    return {
      ...shown,
      progress: {
        phase: now?.phase,
        waitingFor: now?.waitingFor,
        bytesDone: sum('bytesDone'),
        bytesTotal: sum('bytesTotal'),
      },
    };
  }
}

function waveView(
  wave: StoredWave,
  { counts, lastEnd }: { counts: WaveCounts; lastEnd?: string },
): Wave {
  const state = waveState(wave, counts);
  const ended = ['Completed', 'Failed', 'Canceled'].includes(state);
  return {
    ...wave,
    state,
    counts,
    endedAt: ended
      ? [lastEnd, wave.canceledAt].filter(Boolean).sort().pop()
      : undefined,
  };
}

function nameOf(wave: Wave): string {
  return `Wave ${wave.name ?? wave.id}`;
}
