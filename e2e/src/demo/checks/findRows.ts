/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type ClusterAccess } from '../ClusterAccess';
import { type RowCounts } from '../DemoReport';
import { type JournalEntry } from './readJournal';

/** Looks every committed order up in a cluster's PostgreSQL, by SQL. */
export async function findRows(
  cluster: ClusterAccess,
  namespace: string,
  journal: JournalEntry[],
): Promise<RowCounts> {
  const input = [
    'CREATE TEMPORARY TABLE journal (id bigint PRIMARY KEY);',
    'COPY journal FROM STDIN;',
    ...journal.map(({ order }) => String(order)),
    '\\.',
    "SELECT 'found ' || count(*) FROM journal JOIN orders USING (id);",
    '\\q',
    '',
  ].join('\n');
  const answer = await cluster.exec(
    { namespace, pod: 'database-0', container: 'database' },
    'psql -X -q -A -t -v ON_ERROR_STOP=1 -U postgres -d webshop'.split(' '),
    { input, seconds: 120 },
  );
  const found = /^found (\d+)$/m.exec(answer);
  if (!found) {
    throw new Error(
      `PostgreSQL on ${cluster.name} did not tell how many orders it has: ${answer}`,
    );
  }
  return { committed: journal.length, found: Number(found[1]) };
}
