/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  Condition,
  Preview,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import { ClusterService } from '../../clusters/ClusterService';
import {
  DatabasePlanStore,
  StoredPlan,
} from '../../database/DatabasePlanStore';
import {
  DatabasePreviewStore,
  interrupted,
  PreviewGone,
} from '../../database/DatabasePreviewStore';
import { planHash } from '../planHash';
import { runPreview } from './runPreview';
import { counted, nothingCounted, refusals } from './tally';

const BEAT_MS = 5_000;
const DEADLINE_MINUTES = 30;

/** Why a preview ends early, as a condition. */
class PreviewStopped extends Error {
  constructor(readonly condition: Condition) {
    super(condition.message);
  }
}

/** Dry runs of whole plans. Each is made in the background of the backend that was asked for it. */
export class PreviewService {
  private readonly stopping = new AbortController();
  private readonly made = new Set<Promise<void>>();

  constructor(
    private readonly plans: DatabasePlanStore,
    private readonly previews: DatabasePreviewStore,
    private readonly clusters: Pick<ClusterService, 'client'>,
    private readonly logger: LoggerService,
  ) {}

  /** Begins a preview, unless one of the plan runs. @throws NotFoundError, InputError */
  async start(planId: string): Promise<Preview> {
    const plan = await this.plan(planId);
    if ((plan.input.type ?? 'full') !== 'full') {
      throw new InputError(
        `type: a plan of type ${plan.input.type} brings no objects, so that there is nothing to preview`,
      );
    }
    const run = await this.previews.begin(
      planId,
      planHash(plan),
      nothingCounted(),
    );
    if (run) {
      const making = this.make(plan, run).finally(() =>
        this.made.delete(making),
      );
      this.made.add(making);
    }
    return this.get(planId);
  }

  /** @throws NotFoundError */
  async get(planId: string): Promise<Preview> {
    const plan = await this.plan(planId);
    const preview = await this.previews.get(planId);
    if (!preview) {
      throw new NotFoundError(
        `There is no preview of plan ${plan.input.name}; make one`,
      );
    }
    return {
      ...preview,
      current: preview.planHash === planHash(plan),
      progress: { objects: preview.counts.objects },
    };
  }

  /** @throws NotFoundError */
  async objects(
    planId: string,
    filter: Parameters<DatabasePreviewStore['objects']>[1],
  ): Promise<{ items: PreviewedObject[]; totalItems: number }> {
    await this.get(planId);
    return this.previews.objects(planId, filter);
  }

  /** Ends what this backend makes; it is failed, and said to be. */
  async stop(): Promise<void> {
    this.stopping.abort(new PreviewStopped(interrupted()));
    await Promise.all(this.made);
  }

  private async make(plan: StoredPlan, run: string): Promise<void> {
    const found = { counts: nothingCounted(), conditions: [] as Condition[] };
    const ending = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, ending.signal]);
    const deadline = setTimeout(
      () => ending.abort(new PreviewStopped(tooLong(plan))),
      DEADLINE_MINUTES * 60_000,
    );
    const beat = setInterval(async () => {
      try {
        await this.refuseChanged(plan);
        await this.previews.beat(plan.id, run);
      } catch (error) {
        if (error instanceof PreviewStopped || error instanceof PreviewGone) {
          ending.abort(error);
        }
        // a database that is away for a moment is asked again
      }
    }, BEAT_MS);
    try {
      const [source, destination] = await Promise.all([
        this.clusters.client(plan.input.source),
        this.clusters.client(plan.input.destination),
      ]);
      await runPreview({
        plan: {
          id: plan.id,
          input: plan.input,
          volumes: plan.volumes,
          images: plan.images,
        },
        source,
        destination,
        signal,
        keep: async (entries, conditions) => {
          const first = found.counts.objects;
          found.conditions.push(
            ...conditions,
            ...refusals(found.counts.refused, entries),
          );
          found.counts = counted(found.counts, entries);
          await this.previews.add(plan.id, run, first, entries, found);
        },
      });
      await this.refuseChanged(plan);
      await this.previews.end(plan.id, run, 'completed', found);
    } catch (error) {
      await this.fail(plan, run, found, error as Error);
    } finally {
      clearTimeout(deadline);
      clearInterval(beat);
    }
  }

  private async fail(
    plan: StoredPlan,
    run: string,
    found: Parameters<DatabasePreviewStore['end']>[3],
    error: Error,
  ): Promise<void> {
    if (error instanceof PreviewGone) {
      return;
    }
    const condition: Condition =
      error instanceof PreviewStopped
        ? error.condition
        : {
            type: 'PreviewFailed',
            category: 'Error',
            message: `The preview of plan ${plan.input.name} ended after ${found.counts.objects} objects: ${error.message}. Test the connections of both clusters and preview the plan again.`,
          };
    try {
      await this.previews.end(plan.id, run, 'failed', {
        ...found,
        conditions: [...found.conditions, condition],
      });
    } catch (failure) {
      if (!(failure instanceof PreviewGone)) {
        this.logger.warn(
          `The failure of the preview of plan ${plan.id} was not stored: ${failure}`,
        );
      }
    }
  }

  private async refuseChanged(plan: StoredPlan): Promise<void> {
    const now = await this.plans.get(plan.id);
    if (now && planHash(now) !== planHash(plan)) {
      throw new PreviewStopped({
        type: 'PreviewOfOtherPlan',
        category: 'Error',
        message: `Plan ${plan.input.name} was changed while it was previewed. Preview it again.`,
      });
    }
  }

  private async plan(id: string): Promise<StoredPlan> {
    const plan = await this.plans.get(id);
    if (!plan) {
      throw new NotFoundError(`There is no plan ${id}`);
    }
    return plan;
  }
}

function tooLong(plan: StoredPlan): Condition {
  return {
    type: 'PreviewDeadlineExceeded',
    category: 'Error',
    message: `The preview of plan ${plan.input.name} took longer than ${DEADLINE_MINUTES} minutes. Look at what keeps the API servers of both clusters busy, or split the plan, and preview it again.`,
  };
}
