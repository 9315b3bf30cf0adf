/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Repository,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import { randomUUID } from 'node:crypto';
import { keyIn } from './keys';
import { providerOf } from './providers';

/** MTC's live test: an object is written, read back and deleted. */
export async function testStorage(
  name: string,
  location: RepositoryLocation,
): Promise<Repository['status']> {
  const checkedAt = new Date().toISOString();
  const key = keyIn(location, `test-${randomUUID()}`);
  const content = Buffer.from(`written by the portal at ${checkedAt}`);
  let doing = 'opened';
  try {
    const storage = providerOf(location).open(location);
    doing = 'written';
    await storage.put(key, content);
    doing = 'read back';
    const read = await storage.get(key);
    if (!read.equals(content)) {
      throw new Error('other bytes came back than were written');
    }
    doing = 'deleted';
    await storage.delete(key);
    return { connected: true, checkedAt, conditions: [] };
  } catch (error) {
    return {
      connected: false,
      checkedAt,
      conditions: [
        {
          type: 'RepositoryUnreachable',
          category: 'Critical',
          message: `Replication repository ${name}: an object could not be ${doing} in ${
            location.bucket ?? location.container
          } at ${location.endpoint ?? location.provider}: ${reasonOf(
            error,
          )}. Correct endpoint, bucket or credentials, and test the repository again.`,
        },
      ],
    };
  }
}

function reasonOf(error: any): string {
  const name = error?.name && error.name !== 'Error' ? `${error.name}: ` : '';
  return `${name}${error?.message || error?.code || error}`.slice(0, 500);
}
