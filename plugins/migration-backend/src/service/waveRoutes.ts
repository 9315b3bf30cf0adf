/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Router } from 'express';
import { WaveService } from '../waves/WaveService';

export function addWaveRoutes(
  router: Router,
  { waves }: { waves: WaveService },
  userOf: (req: any) => Promise<string | undefined>,
): void {
  const actor = async (req: any) => (await userOf(req)) ?? 'unknown';
  router.get('/waves', async (req, res) => {
    const { limit, offset } = req.query as Record<string, string | undefined>;
    res.json(
      await waves.list({
        limit: Number(limit ?? 100),
        offset: Number(offset ?? 0),
      }),
    );
  });
  router.post('/waves', async (req, res) => {
    res.status(201).json(await waves.create(req.body, await userOf(req)));
  });
  router.get('/waves/:waveId', async (req, res) => {
    res.json(await waves.get(req.params.waveId));
  });
  router.post('/waves/:waveId/pause', async (req, res) => {
    res.json(await waves.pause(req.params.waveId, await actor(req)));
  });
  router.post('/waves/:waveId/resume', async (req, res) => {
    res.json(
      await waves.resume(req.params.waveId, req.body?.retryFailed === true),
    );
  });
  router.post('/waves/:waveId/cancel', async (req, res) => {
    res.json(await waves.cancel(req.params.waveId, await actor(req)));
  });
}
