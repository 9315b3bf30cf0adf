/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationApi,
  MigrationEvent,
} from '@namespace-migration/plugin-migration-common';

const pageSize = 1_000;

/** Every event of a migration, oldest first, a page after the other. */
export async function allEvents(
  api: MigrationApi,
  migrationId: string,
): Promise<MigrationEvent[]> {
  const events: MigrationEvent[] = [];
  for (;;) {
    const page = await api.listMigrationEvents(migrationId, {
      after: events[events.length - 1]?.id,
      limit: pageSize,
    });
    events.push(...page);
    if (page.length < pageSize) {
      return events;
    }
  }
}
