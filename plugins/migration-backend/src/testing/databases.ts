/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  RunningPostgres,
  startPostgres,
} from '@namespace-migration/local-clusters';
import { Knex } from 'knex';

const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

export interface Databases {
  ids: TestDatabaseId[];
  /** The file's one database of this kind, with the plugin's tables, all of them empty. */
  emptied(id: TestDatabaseId): Promise<Knex>;
}

const directory = resolvePackagePath(
  '@namespace-migration/plugin-migration-backend',
  'migrations',
);

/** SQLite and a real PostgreSQL: call it once, at the top of a test file. */
export function testDatabases(): Databases {
  const ids: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_15'];
  const known = new Map<TestDatabaseId, Knex>();
  let postgres: RunningPostgres | undefined;
  beforeAll(async () => {
    if (!process.env[variable]) {
      postgres = await startPostgres();
      process.env[variable] = postgres.connectionString;
    }
  }, 600_000);
  // PostgreSQL is not skipped for want of Docker: by the time it is asked for, the variable is set
  const databases = TestDatabases.create({ ids, disableDocker: false });
  afterAll(async () => {
    if (postgres) {
      delete process.env[variable];
      await postgres.stop();
    }
  });
  return {
    ids,
    async emptied(id) {
      const knex = known.get(id) ?? (await databases.init(id));
      known.set(id, knex);
      await knex.migrate.latest({ directory });
      // what belongs to a plan goes with it
      await knex('plans').delete();
      await knex('waves').delete();
      await knex('clusters').delete();
      await knex('repositories').delete();
      return knex;
    },
  };
}
