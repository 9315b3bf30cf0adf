/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Router } from 'express';
import { AnalyticsService } from '../plans/analytics/AnalyticsService';

export function addAnalyticsRoutes(
  router: Router,
  { analytics }: { analytics: AnalyticsService },
): void {
  router.post('/plans/:planId/analytics', async (req, res) => {
    res.status(202).json(await analytics.start(req.params.planId));
  });
  router.get('/plans/:planId/analytics', async (req, res) => {
    res.json(await analytics.get(req.params.planId));
  });
}
