/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Analytics,
  Condition,
  NamespaceAnalytics,
} from '@namespace-migration/plugin-migration-common';
import { ClusterService } from '../../clusters/ClusterService';
import {
  AnalyticsGone,
  analyticsInterrupted,
  DatabaseAnalyticsStore,
} from '../../database/DatabaseAnalyticsStore';
import { DatabaseMeasuredRuns } from '../../database/DatabaseMeasuredRuns';
import { DatabaseMigrationStore } from '../../database/DatabaseMigrationStore';
import {
  DatabasePlanStore,
  StoredPlan,
} from '../../database/DatabasePlanStore';
import { planHash } from '../planHash';
import { analyse } from './analyse';
import { estimate } from './estimate';

const BEAT_MS = 5_000;
const DEADLINE_MINUTES = 30;

/** Why it ends early, as a condition. */
class AnalyticsStopped extends Error {
  constructor(readonly condition: Condition) {
    super(condition.message);
  }
}

export interface AnalyticsServiceOptions {
  plans: Pick<DatabasePlanStore, 'get'>;
  migrations: Pick<DatabaseMigrationStore, 'listOfPlan' | 'volumes'>;
  analytics: DatabaseAnalyticsStore;
  runs: DatabaseMeasuredRuns;
  clusters: Pick<ClusterService, 'client'>;
  logger: LoggerService;
}

/** Counts and measures of whole plans. Each is made in the background of the backend that was asked for it. */
export class AnalyticsService {
  private readonly stopping = new AbortController();
  private readonly made = new Set<Promise<void>>();

  constructor(private readonly options: AnalyticsServiceOptions) {}

  /** Begins, unless it goes on already. @throws NotFoundError */
  async start(planId: string): Promise<Analytics> {
    const plan = await this.plan(planId);
    const run = await this.options.analytics.begin(planId, planHash(plan));
    if (run) {
      const making = this.make(plan, run).finally(() =>
        this.made.delete(making),
      );
      this.made.add(making);
    }
    return this.get(planId);
  }

  /** @throws NotFoundError */
  async get(planId: string): Promise<Analytics> {
    const plan = await this.plan(planId);
    const stored = await this.options.analytics.get(planId);
    if (!stored) {
      throw new NotFoundError(
        `There are no analytics of plan ${plan.input.name}; make them`,
      );
    }
    const { source, destination, namespaces } = plan.input;
    // rates are those of now: migrations may have been measured since
    const runs = await this.options.runs.between(source, destination);
    return {
      ...stored,
      current: stored.planHash === planHash(plan),
      progress: { done: stored.namespaces.length, total: namespaces.length },
      estimate:
        stored.state === 'completed'
          ? estimate(copied(stored.namespaces), runs)
          : undefined,
    };
  }

  /** Ends what this backend makes; it is failed, and said to be. */
  async stop(): Promise<void> {
    this.stopping.abort(new AnalyticsStopped(analyticsInterrupted()));
    await Promise.all(this.made);
  }

  private async make(plan: StoredPlan, run: string): Promise<void> {
    const { analytics, clusters, migrations, logger } = this.options;
    const ending = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, ending.signal]);
    const deadline = setTimeout(
      () => ending.abort(new AnalyticsStopped(tooLong(plan))),
      DEADLINE_MINUTES * 60_000,
    );
    const beat = setInterval(() => {
      analytics.put(plan.id, run, {}).catch(error => {
        if (error instanceof AnalyticsGone) {
          ending.abort(error);
        }
        // a database that is away for a moment is asked again
      });
    }, BEAT_MS);
    let found: { conditions: Condition[] } = { conditions: [] };
    try {
      const [last] = await migrations.listOfPlan(plan.id);
      const [source, destination] = await Promise.all([
        clusters.client(plan.input.source),
        clusters.client(plan.input.destination),
      ]);
      await analyse({
        plan: { id: plan.id, input: plan.input, volumes: plan.volumes },
        progress: last ? await migrations.volumes(last.id) : [],
        source,
        destination,
        signal,
        keep: async (namespaces, conditions) => {
          found = { conditions };
          await analytics.put(plan.id, run, { namespaces, conditions });
        },
      });
      await analytics.put(plan.id, run, {}, 'completed');
    } catch (error) {
      if (error instanceof AnalyticsGone) {
        return;
      }
      const condition =
        error instanceof AnalyticsStopped
          ? error.condition
          : failed(plan, error as Error);
      await analytics
        .put(
          plan.id,
          run,
          { conditions: [...found.conditions, condition] },
          'failed',
        )
        .catch(failure => {
          if (!(failure instanceof AnalyticsGone)) {
            logger.warn(
              `The failure of the analytics of plan ${plan.id} was not stored: ${failure}`,
            );
          }
        });
    } finally {
      clearTimeout(deadline);
      clearInterval(beat);
    }
  }

  private async plan(id: string): Promise<StoredPlan> {
    const plan = await this.options.plans.get(id);
    if (!plan) {
      throw new NotFoundError(`There is no plan ${id}`);
    }
    return plan;
  }
}

/** What the movers would carry. */
function copied(namespaces: NamespaceAnalytics[]) {
  return namespaces
    .flatMap(({ volumes }) => volumes)
    .filter(({ action }) => action === 'copy')
    .map(({ copyMethod, capacityBytes, usedBytes }) => ({
      method: copyMethod,
      capacityBytes,
      usedBytes,
    }));
}

function failed(plan: StoredPlan, error: Error): Condition {
  return {
    type: 'AnalyticsFailed',
    category: 'Error',
    message: `The analytics of plan ${plan.input.name} ended early: ${error.message}. Test the connections of both clusters and analyse the plan again.`,
  };
}

function tooLong(plan: StoredPlan): Condition {
  return {
    type: 'AnalyticsDeadlineExceeded',
    category: 'Error',
    message: `The analytics of plan ${plan.input.name} took longer than ${DEADLINE_MINUTES} minutes. Look at what keeps the API servers of both clusters busy, or split the plan, and analyse it again.`,
  };
}
