/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Cipher } from './DatabaseClusterStore';
import {
  Condition,
  CutoverRecord,
  ItineraryName,
  Migration,
  NetworkProbe,
  MigrationPhase,
  MigrationType,
  ObjectCounts,
  PlanInput,
  PlannedImage,
  PlannedVolume,
  PlanType,
} from '@namespace-migration/plugin-migration-common';

/** What a migration remembers beside its phases and volumes. */
export interface MigrationRecord {
  conditions: Condition[];
  cutover?: CutoverRecord;
  objects?: ObjectCounts;
  rollback?: Migration['rollback'];
  leftovers?: number;
  networkProbe?: NetworkProbe;
  /** `namespace/name` of the source's Services that had endpoints before it was stopped. */
  servedServices?: string[];
  /** A rollback's hooks are before everything and after everything; absent in between. */
  rollbackReached?: 'nothing' | 'everything';
}

/** The plan as it was when the migration started: editing the plan does not change what runs. */
export interface PlanSnapshot {
  id: string;
  input: PlanInput;
  volumes: PlannedVolume[];
  /** With digests once they were looked at; absent where the plan copies no images. */
  images?: PlannedImage[];
}

/** Plans of before there were types are full ones. */
export function planTypeOf({ input }: Pick<PlanSnapshot, 'input'>): PlanType {
  return input.type ?? 'full';
}

export interface StoredMigration {
  id: string;
  planId: string;
  type: MigrationType;
  state: Migration['state'];
  itinerary: ItineraryName;
  createdBy?: string;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  cancelRequested: boolean;
  fencingToken: number;
  plan: PlanSnapshot;
  record: MigrationRecord;
}

/** Without the plan as it was. */
export type PastMigration = Omit<StoredMigration, 'plan'>;

export type PhaseRow = Pick<
  MigrationPhase,
  | 'phase'
  | 'itinerary'
  | 'state'
  | 'attempts'
  | 'startedAt'
  | 'endedAt'
  | 'waitingFor'
  | 'deadline'
>;

export interface MigratedObjectRow {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  cluster: string;
  uid?: string;
  wave: number;
  action: 'create' | 'adopt' | 'replace' | 'skip';
  state:
    | 'planned'
    | 'applied'
    | 'verified'
    | 'different'
    | 'removed'
    | 'kept'
    | 'restored';
  asked: any;
  previous?: any;
  differences: string[];
}

export interface QuiescedRow {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  before: any;
}

export function migrationOf(row: any): StoredMigration {
  return { ...pastMigrationOf(row), plan: JSON.parse(row.plan) };
}

export const columnsOfPast = [
  'id',
  'plan_id',
  'type',
  'state',
  'itinerary',
  'created_by',
  'created_at',
  'started_at',
  'ended_at',
  'cancel_requested',
  'fencing_token',
  'record',
];

export function pastMigrationOf(row: any): PastMigration {
  return {
    id: row.id,
    planId: row.plan_id,
    type: row.type,
    state: row.state,
    itinerary: row.itinerary,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    cancelRequested: Boolean(row.cancel_requested),
    fencingToken: row.fencing_token,
    record: JSON.parse(row.record),
  };
}

export type MigratedObjectSummary = Omit<
  MigratedObjectRow,
  'asked' | 'previous'
>;

/** No longer the plan's: deleted, put back as it was, or left to others that use it. */
export function isGivenBack(row: Pick<MigratedObjectRow, 'state'>): boolean {
  return ['removed', 'restored', 'kept'].includes(row.state);
}

export function phaseOf(row: any): PhaseRow {
  return {
    phase: row.phase,
    itinerary: row.itinerary,
    state: row.state,
    attempts: row.attempts,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    waitingFor: row.waiting_for ?? undefined,
    deadline: row.deadline ?? undefined,
  };
}

/** All but the manifests. */
export function objectSummaryOf(row: any): MigratedObjectSummary {
  return {
    apiVersion: row.api_version,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    cluster: row.cluster,
    uid: row.uid ?? undefined,
    wave: row.wave,
    action: row.action,
    state: row.state,
    differences: JSON.parse(row.differences),
  };
}

/** Manifests are encrypted: there are Secrets among them, and passwords in the environment of pods. */
export function objectOf(
  row: any,
  cipher: Pick<Cipher, 'decrypt'>,
): MigratedObjectRow {
  return {
    ...objectSummaryOf(row),
    asked: JSON.parse(cipher.decrypt(row.asked)),
    previous: row.previous
      ? JSON.parse(cipher.decrypt(row.previous))
      : undefined,
  };
}
