/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';

/** How many volumes a plan copies. */
export function volumesCopied(plan: Plan): number {
  return plan.volumes.filter(({ action }) => action !== 'skip').length;
}
