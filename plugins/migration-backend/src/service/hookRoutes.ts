/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { DatabaseHookRuns } from '../database/DatabaseHookRuns';
import { HookService } from '../hooks/HookService';
import { PlanService } from '../plans/PlanService';

export interface HookRoutesOptions {
  hooks: HookService;
  hookRuns: DatabaseHookRuns;
  plans: Pick<PlanService, 'migration'>;
}

export function addHookRoutes(
  router: Router,
  { hooks, hookRuns, plans }: HookRoutesOptions,
): void {
  router.get('/hooks', async (_req, res) => {
    res.json({ items: await hooks.list() });
  });
  router.post('/hooks', async (req, res) => {
    res.status(201).json(await hooks.register(req.body));
  });
  router.get('/hooks/:hookName', async (req, res) => {
    res.json(await hooks.get(req.params.hookName));
  });
  router.put('/hooks/:hookName', async (req, res) => {
    res.json(await hooks.update(req.params.hookName, req.body));
  });
  router.delete('/hooks/:hookName', async (req, res) => {
    await hooks.remove(req.params.hookName);
    res.status(204).end();
  });
  router.get('/migrations/:migrationId/hooks', async (req, res) => {
    const { id, endedAt } = await plans.migration(req.params.migrationId);
    res.json({ items: await hookRuns.list(id, endedAt !== undefined) });
  });
  router.get('/migrations/:migrationId/hooks/:runId/log', async (req, res) => {
    const { migrationId, runId } = req.params;
    await plans.migration(migrationId);
    const log = await hookRuns.log(migrationId, runId);
    if (log === undefined) {
      throw new NotFoundError(
        `Migration ${migrationId} has no run of a hook with id ${runId}`,
      );
    }
    res.type('text/plain').send(log);
  });
}
