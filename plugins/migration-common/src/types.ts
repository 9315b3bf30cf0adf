/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { components } from './generated/openapi';

type Schemas = components['schemas'];

export type Cluster = Schemas['Cluster'];
export type ClusterInput = Schemas['ClusterInput'];
export type ClusterConnection = Schemas['ClusterConnection'];
export type ClusterOptions = Schemas['ClusterOptions'];
export type Repository = Schemas['Repository'];
export type RepositoryInput = Schemas['RepositoryInput'];
export type RepositoryLocation = Schemas['RepositoryLocation'];
export type RepositoryProvider = Schemas['RepositoryProvider'];
export type StorageClass = Schemas['StorageClass'];
export type NamespaceSummary = Schemas['NamespaceSummary'];
export type NamespaceMapping = Schemas['NamespaceMapping'];
export type EndpointKind = Schemas['EndpointKind'];
export type MoverLimits = Schemas['MoverLimits'];
export type MoverSecurity = Schemas['MoverSecurity'];
export type Condition = Schemas['Condition'];
export type ConditionCategory = Condition['category'];
export type ObjectRef = Schemas['ObjectRef'];
export type VolumeSelection = Schemas['VolumeSelection'];
export type ExistingObjectChoice = Schemas['ExistingObjectChoice'];
export type PlanType = Schemas['PlanType'];
export type PlanOptions = Schemas['PlanOptions'];
export type PlanInput = Schemas['PlanInput'];
export type PlannedVolume = Schemas['PlannedVolume'];
export type PlanAction = Schemas['PlanAction'];
export type Plan = Schemas['Plan'];
export type PlanState = Plan['state'];
export type MigrationType = Schemas['MigrationType'];
export type MigrationInput = Schemas['MigrationInput'];
export type MigrationPhase = Schemas['MigrationPhase'];
export type MigrationStep = MigrationPhase['step'];
export type ItineraryName = MigrationPhase['itinerary'];
export type VolumeProgress = Schemas['VolumeProgress'];
export type VolumeProof = Schemas['VolumeProof'];
export type VerifyMode = Schemas['VerifyMode'];
export type VolumeDifference = Schemas['VolumeDifference'];
export type CutoverRecord = Schemas['CutoverRecord'];
export type ObjectCounts = Schemas['ObjectCounts'];
export type Migration = Schemas['Migration'];
export type MigrationState = Migration['state'];
export type MigrationEvent = Schemas['MigrationEvent'];
export type MigratedObject = Schemas['MigratedObject'];
