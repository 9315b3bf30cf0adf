/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { hostname } from 'node:os';
import {
  DatabaseWaveStore,
  FencedWave,
  WaveLost,
} from '../database/DatabaseWaveStore';
import { StoredWave } from '../database/waveRecord';
import { PlanService } from '../plans/PlanService';
import { nextStarts } from './nextStarts';

const LEASE_MS = 10_000;
const LOOK_MS = 1_000;

/** What a plan answers that must not, or cannot, be started; anything else is tried again. */
const refusals = ['ConflictError', 'InputError', 'NotFoundError'];

export interface WaveRunnerOptions {
  waves: DatabaseWaveStore;
  plans: Pick<PlanService, 'start'>;
  logger: LoggerService;
}

/**
 * Looks at each wave once a second and starts what comes next. Each look has a lease and a fencing token of its own, so
 * that many backends share the work, and one that was thought dead starts nothing any more.
 */
export class WaveRunner {
  private readonly owner = `${hostname()}/${process.pid}`;
  private readonly stopping = new AbortController();
  private looking?: Promise<void>;

  constructor(private readonly options: WaveRunnerOptions) {}

  start(): void {
    this.looking = this.look();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  /** Every wave that nobody looks at now, once. */
  async lookOnce(): Promise<void> {
    const { waves, logger } = this.options;
    for (const id of await waves.claimable(Date.now())) {
      if (this.stopping.signal.aborted) {
        return;
      }
      try {
        await this.advance(id);
      } catch (error) {
        if (!(error instanceof WaveLost)) {
          logger.warn(`Wave ${id} is looked at again: ${error}`);
        }
      }
    }
  }

  private async look(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.lookOnce();
      } catch (error) {
        this.options.logger.warn(
          `Looking for waves failed and is tried again: ${error}`,
        );
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, LOOK_MS);
        const wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', wake, { once: true });
      });
    }
  }

  private async advance(id: string): Promise<void> {
    const { waves } = this.options;
    const fenced = await waves.claim(id, this.owner, Date.now(), LEASE_MS);
    const wave = fenced && (await waves.get(id));
    if (!wave) {
      return;
    }
    try {
      const next = nextStarts(wave, await waves.plansOf(id));
      if (next.pause) {
        await fenced.pause();
      }
      for (const { planId, reason } of next.skip) {
        await fenced.settle(planId, 'skipped', reason);
      }
      for (const planId of next.start) {
        const started = await this.startOne(wave, fenced, planId);
        // another look decides what a refusal means for the rest
        if (!started || this.stopping.signal.aborted) {
          break;
        }
      }
    } finally {
      await fenced.lookAgainAt(Date.now() + LOOK_MS / 2);
    }
  }

  private async startOne(
    wave: StoredWave,
    fenced: FencedWave,
    planId: string,
  ): Promise<boolean> {
    try {
      await this.options.plans.start(
        planId,
        wave.type,
        wave.createdBy,
        fenced.starting(planId),
      );
      return true;
    } catch (error) {
      const { name, message } = error as Error;
      if (!refusals.includes(name)) {
        throw error;
      }
      await fenced.settle(planId, 'refused', message);
      return false;
    }
  }
}
