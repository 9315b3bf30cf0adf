/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RepositoryStore } from '../database/RepositoryStore';
import { RepositoryService } from './RepositoryService';

describe('the check of a repository for a plan', () => {
  const asked: string[] = [];
  const service = new RepositoryService({
    store: {
      get: async name => {
        asked.push(name);
        return name === 'cold'
          ? { repository: {}, location: { provider: 'gcs', bucket: 'b' } }
          : undefined;
      },
    } as Partial<RepositoryStore> as RepositoryStore,
    usedBy: async () => [],
  });

  it('names one that carries no images, before any is to be copied', async () => {
    expect(
      await service.check('cold', { images: true, volumes: false }),
    ).toEqual([
      {
        type: 'RepositoryWithoutImages',
        category: 'Critical',
        field: 'images.copyMethod',
        message:
          'Images cannot be copied through replication repository cold, which is of provider gcs. Name one of provider s3 in the plan, or copy them directly (copyMethod direct).',
      },
    ]);
  });

  it('asks for none that nothing goes through, and names one that is not there', async () => {
    asked.length = 0;
    const none = { images: false, volumes: false };
    expect(await service.check('gone', none)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await service.check('gone', { ...none, volumes: true })).toEqual([
      expect.objectContaining({ type: 'RepositoryNotFound' }),
    ]);
  });
});
