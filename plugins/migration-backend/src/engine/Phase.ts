/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  EndpointKind,
  MigrationEvent,
  MigrationStep,
  PlanOptions,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  done,
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { FencedHookRuns } from '../database/DatabaseHookRuns';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { PlanSnapshot, StoredMigration } from '../database/migrationRecord';
import { HttpCalls } from '../hooks/HttpCalls';
import { ImageCopyEngines } from '../images/engines/ImageCopyEngines';
import { EndpointOptions } from '../volumes/endpoints/Endpoint';
import { DirectContext } from '../volumes/engines/DirectContext';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { TransferContext } from '../volumes/TransferContext';

export { done, failed, waiting };
export type PhaseResult = StepResult;

/** Defaults of openapi.yaml's PlanOptions. */
export type Options = Required<
  Omit<PlanOptions, 'endpoints' | 'bandwidthLimitKiB'>
> &
  Pick<PlanOptions, 'endpoints' | 'bandwidthLimitKiB'>;

export interface PhaseContext {
  migration: StoredMigration;
  plan: PlanSnapshot;
  options: Options;
  namespaces: Array<{ source: string; destination: string }>;
  source: ClusterClient;
  destination: ClusterClient;
  store: FencedMigrationStore;
  engines: VolumeCopyEngines;
  imageEngines: ImageCopyEngines;
  /** What the movers of this migration need. */
  transfer(): Promise<TransferContext>;
  endpoints: EndpointOptions & { ladder: EndpointKind[] };
  repositories: DirectContext['repositories'];
  /** Discovery and validation as of now. */
  validate(): Promise<{
    volumes: PlanSnapshot['volumes'];
    images?: PlanSnapshot['images'];
    conditions: Condition[];
  }>;
  hooks: { runs: FencedHookRuns; calls: HttpCalls };
  event(event: Omit<MigrationEvent, 'id' | 'time' | 'phase'>): Promise<void>;
}

/**
 * One step of an itinerary. `run` is called again and again until it is done or has failed; it must do nothing twice
 * whatever happened to an earlier call. A transient error may be thrown: it is tried again until the deadline.
 */
export interface Phase {
  name: string;
  step: MigrationStep;
  /** Which plans have it; all by default. */
  appliesTo?(plan: Pick<PlanSnapshot, 'input'>): boolean;
  /** @param size what the migration is known to have so far */
  deadlineSeconds(options: Options, size: { objects: number }): number;
  run(context: PhaseContext): Promise<PhaseResult>;
}
