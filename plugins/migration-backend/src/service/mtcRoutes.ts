/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Router } from 'express';
import { MtcService } from '../mtc/MtcService';

export interface MtcRoutesOptions {
  mtc: MtcService;
}

export function addMtcRoutes(
  router: Router,
  { mtc }: MtcRoutesOptions,
  userOf: (req: any) => Promise<string | undefined>,
): void {
  router.post('/mtc/import', async (req, res) => {
    const { manifests, dryRun } = req.body;
    res.json({
      items: await mtc.import(manifests, dryRun ?? false, await userOf(req)),
    });
  });
  router.get('/plans/:planId/mtc', async (req, res) => {
    const manifests = await mtc.export(req.params.planId);
    res.type('application/yaml').send(manifests);
  });
}
