/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { knex } from 'knex';
import { seededRows } from './seededRows';

/** Puts the rows into the tables that the portal has made in its own database. */
export async function seed(
  connectionString: string,
  counts: { plans: number; running: number },
): Promise<void> {
  const connection = new URL(connectionString);
  connection.pathname = '/backstage_plugin_migration';
  const database = knex({ client: 'pg', connection: connection.toString() });
  try {
    const rows = seededRows(counts.plans, counts.running);
    for (const [table, ofTable] of Object.entries(rows)) {
      await database.batchInsert(table, ofTable, 1000);
    }
    // as the database's own maintenance does it in the course of a day
    await database.raw('vacuum analyze');
  } finally {
    await database.destroy();
  }
}
