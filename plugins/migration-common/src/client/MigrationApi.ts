/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  ClusterInput,
  MigratedObject,
  Migration,
  MigrationEvent,
  MigrationInput,
  NamespaceSummary,
  Plan,
  PlanInput,
  Repository,
  RepositoryInput,
  VolumeDifference,
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
    namespace?: string;
    entityRef?: string;
    cluster?: string;
    limit?: number;
    offset?: number;
  }): Promise<{ items: Plan[]; totalItems: number }>;
  createPlan(input: PlanInput): Promise<Plan>;
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
}
