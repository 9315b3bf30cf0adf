/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Router } from 'express';
import { PreviewService } from '../plans/preview/PreviewService';

export function addPreviewRoutes(
  router: Router,
  { previews }: { previews: PreviewService },
): void {
  router.post('/plans/:planId/preview', async (req, res) => {
    res.status(202).json(await previews.start(req.params.planId));
  });
  router.get('/plans/:planId/preview', async (req, res) => {
    res.json(await previews.get(req.params.planId));
  });
  router.get('/plans/:planId/preview/objects', async (req, res) => {
    const { outcome, kind, limit, offset } = req.query as Record<
      string,
      string | undefined
    >;
    res.json(
      await previews.objects(req.params.planId, {
        outcome,
        kind,
        limit: Number(limit ?? 100),
        offset: Number(offset ?? 0),
      }),
    );
  });
}
