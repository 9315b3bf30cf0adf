/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotAllowedError } from '@backstage/errors';
import { Router } from 'express';
import { DatabaseDraftStore } from '../database/DatabaseDraftStore';

export interface DraftRoutesOptions {
  drafts: DatabaseDraftStore;
}

/** Half-made plans, each for its own maker only. */
export function addDraftRoutes(
  router: Router,
  { drafts }: DraftRoutesOptions,
  userOf: (req: any) => Promise<string | undefined>,
): void {
  const owner = async (req: any): Promise<string> => {
    const user = await userOf(req);
    if (!user) {
      throw new NotAllowedError(
        'A draft belongs to somebody, and this request is of nobody; sign in',
      );
    }
    return user;
  };
  router.get('/drafts', async (req, res) => {
    res.json({ items: await drafts.list(await owner(req)) });
  });
  router.post('/drafts', async (req, res) => {
    res.status(201).json(await drafts.insert(await owner(req), req.body));
  });
  router.get('/drafts/:draftId', async (req, res) => {
    res.json(await drafts.get(await owner(req), req.params.draftId));
  });
  router.put('/drafts/:draftId', async (req, res) => {
    res.json(
      await drafts.update(await owner(req), req.params.draftId, req.body),
    );
  });
  router.delete('/drafts/:draftId', async (req, res) => {
    await drafts.delete(await owner(req), req.params.draftId);
    res.status(204).end();
  });
}
