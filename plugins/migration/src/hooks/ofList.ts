/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Change, Plan } from '@namespace-migration/plugin-migration-common';

/** A plan of the list moves on, or some plan is new, gone or in another state: then it may come into the list. */
export function ofList(change: Change, shown: Plan[] | undefined): boolean {
  return (
    change.planId !== undefined &&
    (!change.migrationId ||
      (shown ?? []).some(({ id }) => id === change.planId))
  );
}
