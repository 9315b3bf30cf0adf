/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Router } from 'express';
import { Diagnostics } from '../inspection/Diagnostics';
import { MigrationInspection } from '../inspection/MigrationInspection';

export interface InspectionRoutesOptions {
  inspection: MigrationInspection;
  diagnostics: Diagnostics;
}

export function addInspectionRoutes(
  router: Router,
  { inspection, diagnostics }: InspectionRoutesOptions,
): void {
  router.get('/migrations/:migrationId/resources', async (req, res) => {
    res.json({ items: await inspection.resources(req.params.migrationId) });
  });
  router.get('/migrations/:migrationId/diagnostics', async (req, res) => {
    res.json(await diagnostics.of(req.params.migrationId));
  });
  router.get('/migrations/:migrationId/pods', async (req, res) => {
    res.json(await inspection.pods(req.params.migrationId));
  });
  router.get(
    '/migrations/:migrationId/pods/:cluster/:namespace/:podName/log',
    async (req, res) => {
      const { migrationId, cluster, namespace, podName } = req.params;
      const { container, tailLines, sinceTime } = req.query as Record<
        string,
        string | undefined
      >;
      const log = await inspection.log(
        migrationId,
        { cluster, namespace, name: podName },
        {
          container,
          tailLines: Number(tailLines ?? 1000),
          sinceTime: sinceTime ? new Date(sinceTime) : undefined,
        },
      );
      // the type of an error is another
      res.type('text/plain').send(log);
    },
  );
}
