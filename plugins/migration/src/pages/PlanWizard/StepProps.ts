/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Cluster, Plan } from '@namespace-migration/plugin-migration-common';
import { FieldErrors } from '../../presentation/fieldErrors';
import { PlanDraft } from './planDraft';

/** What every step of the wizard gets. */
export interface StepProps {
  draft: PlanDraft;
  /** The plan that is edited. */
  plan?: Plan;
  clusters: Cluster[];
  /** By the path of the field in PlanInput. */
  errors: FieldErrors;
  onChange(change: Partial<PlanDraft>): void;
}
