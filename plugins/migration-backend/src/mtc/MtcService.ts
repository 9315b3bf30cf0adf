/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotFoundError } from '@backstage/errors';
import { Hook, MtcItem } from '@namespace-migration/plugin-migration-common';
import { ClusterService } from '../clusters/ClusterService';
import { HookService } from '../hooks/HookService';
import { PlanService } from '../plans/PlanService';
import { RepositoryService } from '../repositories/RepositoryService';
import { exportPlan } from './exportPlan';
import { importManifests } from './importManifests';

/** Import and export of MTC's manifests. */
export class MtcService {
  constructor(
    private readonly services: {
      clusters: ClusterService;
      repositories: RepositoryService;
      hooks: HookService;
      plans: PlanService;
    },
  ) {}

  import(
    manifests: string,
    dryRun: boolean,
    user?: string,
  ): Promise<MtcItem[]> {
    return importManifests({
      manifests,
      dryRun,
      user,
      services: this.services,
    });
  }

  /** @throws NotFoundError */
  async export(planId: string): Promise<string> {
    const { clusters, repositories, hooks, plans } = this.services;
    const plan = await plans.get(planId);
    const names = [...new Set([plan.source, plan.destination])];
    const used = [...new Set((plan.hooks ?? []).map(({ hook }) => hook))];
    return exportPlan({
      plan,
      clusters: await Promise.all(names.map(name => clusters.get(name))),
      repository:
        plan.repository &&
        (await unlessGone(() => repositories.get(plan.repository!))),
      hooks: (
        await Promise.all(used.map(name => unlessGone(() => hooks.get(name))))
      ).filter((hook): hook is Hook => hook !== undefined),
    } as Parameters<typeof exportPlan>[0]);
  }
}

/** A plan may name what is not registered any more. */
async function unlessGone<T>(get: () => Promise<T>): Promise<T | undefined> {
  try {
    return await get();
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}
