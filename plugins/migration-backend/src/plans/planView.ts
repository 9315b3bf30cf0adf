/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  Plan,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { StoredPlan } from '../database/DatabasePlanStore';
import {
  PastMigration,
  PhaseRow,
  StoredMigration,
} from '../database/migrationRecord';
import { optionsOf } from '../engine/contextFor';
import { checkMoverNetwork } from './checkMoverNetwork';
import { migrationView } from './migrationView';
import { seenImages } from '../images/seenImages';
import { planHash } from './planHash';
import { actionsOf, planState } from './planState';
import { verifyCosts } from './verifyCosts';

/** A plan, with what is stored of its migrations. */
export interface PlanParts {
  plan: StoredPlan;
  /** Newest first, without network probes. */
  migrations: PastMigration[];
  /** The newest of them. */
  last?: StoredMigration;
  /** Newest first. */
  probes: StoredMigration[];
  /** By migration; those of the last one and of the last probe are looked at. */
  phases: Map<string, PhaseRow[]>;
  volumes: Map<string, VolumeProgress[]>;
  images: Map<string, ImageProgress[]>;
}

/** The plan as people see it, with what is derived from its migrations. */
export function planView(parts: PlanParts): Plan {
  const { plan, migrations, last, probes } = parts;
  const { input } = plan;
  const [lastProbe] = probes;
  const network = checkMoverNetwork(input, plan.volumes, probes);
  const phases = (last && parts.phases.get(last.id)) ?? [];
  const progress = (last && parts.volumes.get(last.id)) ?? [];
  const images = (last && parts.images.get(last.id)) ?? [];
  const { verifySamplePercent } = optionsOf(input.options);
  const situation = {
    planType: input.type,
    conditions: plan.conditions,
    migrations,
    lastPhases: phases,
    lastProbe,
  };
  return {
    id: plan.id,
    name: input.name,
    type: input.type ?? 'full',
    description: input.description,
    source: input.source,
    destination: input.destination,
    entityRef: input.entityRef,
    repository: input.repository,
    namespaces: input.namespaces,
    options: input.options,
    objects: input.objects,
    images: input.images,
    transforms: input.transforms,
    hooks: input.hooks,
    existing: input.existing,
    selections: input.volumes,
    volumes: plan.volumes.map(volume => ({
      ...volume,
      verifyCosts: verifyCosts(volume, progress, verifySamplePercent),
    })),
    ...(plan.images && { plannedImages: seenImages(plan.images, images) }),
    conditions: [...plan.conditions, ...network.conditions],
    checks: [...(plan.checks ?? []), ...network.checks],
    checkedAt: plan.checkedAt,
    hash: planHash(plan),
    revision: plan.revision,
    createdBy: plan.createdBy,
    createdAt: plan.createdAt,
    updatedAt: plan.updatedAt,
    ...planState(situation),
    actions: actionsOf(situation),
    lastMigration: last && migrationView(last, phases, progress, images),
    lastProbe:
      lastProbe &&
      migrationView(lastProbe, parts.phases.get(lastProbe.id) ?? [], []),
  };
}
