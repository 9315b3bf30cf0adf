/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanSnapshot, planTypeOf } from '../../database/migrationRecord';

/** Only plans that say so have the phases of images. */
export function copiesImages(plan: Pick<PlanSnapshot, 'input'>): boolean {
  return planTypeOf(plan) === 'full' && plan.input.images !== undefined;
}
