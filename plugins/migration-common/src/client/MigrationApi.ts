/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Analytics,
  Cluster,
  ClusterFailure,
  ClusterInput,
  Diagnostics,
  Discovery,
  Draft,
  DraftInput,
  DraftSummary,
  ClusterResources,
  Hook,
  HookInput,
  HookRun,
  MigratedObject,
  Migration,
  MigrationEvent,
  MigrationInput,
  MigrationPod,
  MtcImport,
  NamespaceSummary,
  Plan,
  PlanInput,
  PlanState,
  PlanType,
  Preview,
  PreviewedObject,
  PreviewOutcome,
  Repository,
  RepositoryInput,
  VolumeDifference,
  Wave,
  WaveInput,
} from '../types';

/** The operations of openapi.yaml. Each throws `ResponseError` with the server's message. */
export interface MigrationApi {
  listClusters(): Promise<Cluster[]>;
  registerCluster(input: ClusterInput): Promise<Cluster>;
  getCluster(name: string): Promise<Cluster>;
  updateCluster(name: string, input: ClusterInput): Promise<Cluster>;
  deleteCluster(name: string): Promise<void>;
  testCluster(name: string): Promise<Cluster>;
  listNamespaces(
    cluster: string,
    query?: { name?: string },
  ): Promise<NamespaceSummary[]>;
  listRepositories(): Promise<Repository[]>;
  registerRepository(input: RepositoryInput): Promise<Repository>;
  getRepository(name: string): Promise<Repository>;
  updateRepository(name: string, input: RepositoryInput): Promise<Repository>;
  deleteRepository(name: string): Promise<void>;
  testRepository(name: string): Promise<Repository>;
  listPlans(query?: {
    /** Plans of this entity, or that name one of relatedNamespaces. */
    relatedEntityRef?: string;
    /** Separated by commas. */
    relatedNamespaces?: string;
    /** full by default; a summary is without what only a plan's page shows. */
    detail?: 'full' | 'summary';
    /** Plans of this user, for example user:default/ann. */
    createdBy?: string;
    namespace?: string;
    entityRef?: string;
    cluster?: string;
    search?: string;
    type?: PlanType;
    state?: PlanState;
    sort?: 'name' | 'source' | 'destination' | 'createdAt' | 'updatedAt';
    order?: 'asc' | 'desc';
    limit?: number;
    offset?: number;
  }): Promise<{ items: Plan[]; totalItems: number }>;
  createPlan(input: PlanInput): Promise<Plan>;
  /** Keeps nothing; `planId` is the plan that the input is meant for. */
  discoverPlan(input: PlanInput, planId?: string): Promise<Discovery>;
  getPlan(planId: string): Promise<Plan>;
  updatePlan(planId: string, input: PlanInput): Promise<Plan>;
  deletePlan(planId: string): Promise<void>;
  refreshPlan(planId: string): Promise<Plan>;
  listMigrations(planId: string): Promise<Migration[]>;
  startMigration(planId: string, input: MigrationInput): Promise<Migration>;
  getMigration(migrationId: string): Promise<Migration>;
  cancelMigration(migrationId: string): Promise<Migration>;
  listMigrationEvents(
    migrationId: string,
    query?: { after?: number; limit?: number },
  ): Promise<MigrationEvent[]>;
  listMigrationObjects(migrationId: string): Promise<MigratedObject[]>;
  listVolumeDifferences(migrationId: string): Promise<VolumeDifference[]>;
  listDrafts(): Promise<DraftSummary[]>;
  createDraft(input: DraftInput): Promise<Draft>;
  getDraft(draftId: string): Promise<Draft>;
  updateDraft(draftId: string, input: DraftInput): Promise<Draft>;
  deleteDraft(draftId: string): Promise<void>;
  /** Without their plans, newest first. */
  listWaves(query?: {
    limit?: number;
    offset?: number;
  }): Promise<{ items: Wave[]; totalItems: number }>;
  createWave(input: WaveInput): Promise<Wave>;
  getWave(waveId: string): Promise<Wave>;
  pauseWave(waveId: string): Promise<Wave>;
  resumeWave(waveId: string, body?: { retryFailed?: boolean }): Promise<Wave>;
  cancelWave(waveId: string): Promise<Wave>;
  listMigrationResources(migrationId: string): Promise<ClusterResources[]>;
  getMigrationDiagnostics(migrationId: string): Promise<Diagnostics>;
  listMigrationPods(
    migrationId: string,
  ): Promise<{ items: MigrationPod[]; failed?: ClusterFailure[] }>;
  /** Lines, each with its time and a space before it. */
  getMigrationPodLog(
    migrationId: string,
    pod: { cluster: string; namespace: string; name: string },
    query?: { container?: string; tailLines?: number; sinceTime?: string },
  ): Promise<string>;
  listHooks(): Promise<Hook[]>;
  registerHook(input: HookInput): Promise<Hook>;
  getHook(name: string): Promise<Hook>;
  updateHook(name: string, input: HookInput): Promise<Hook>;
  deleteHook(name: string): Promise<void>;
  listHookRuns(migrationId: string): Promise<HookRun[]>;
  getHookRunLog(migrationId: string, runId: string): Promise<string>;
  startAnalytics(planId: string): Promise<Analytics>;
  getAnalytics(planId: string): Promise<Analytics>;
  startPreview(planId: string): Promise<Preview>;
  getPreview(planId: string): Promise<Preview>;
  listPreviewedObjects(
    planId: string,
    query?: {
      outcome?: PreviewOutcome;
      kind?: string;
      limit?: number;
      offset?: number;
    },
  ): Promise<{ items: PreviewedObject[]; totalItems: number }>;
  /** A YAML manifest to apply on a new cluster. */
  getRbacManifest(role: 'source' | 'destination'): Promise<string>;
  importMtcManifests(input: {
    manifests: string;
    dryRun?: boolean;
  }): Promise<MtcImport>;
  exportMtcManifests(planId: string): Promise<string>;
}
