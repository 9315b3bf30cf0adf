/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  ItineraryName,
  MigrationEvent,
  MoverSecurity,
  PlannedVolume,
  VerifyMode,
  VolumeDifference,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient, KubernetesObject } from '../clusters/ClusterClient';
import { StepResult } from '../StepResult';

/** Whether an engine can bring a volume across. The reason is shown to people beside the choice: object, cause, cure. */
export type Fit = { fits: true } | { fits: false; reason: string };

/** The plan, as an engine sees it while nothing runs. */
export interface VolumeCheckContext {
  planId: string;
  source: ClusterClient;
  destination: ClusterClient;
  options: { moverSecurity: MoverSecurity };
}

/** The running migration, as an engine sees it. */
export interface VolumeCopyContext {
  /**
   * Every object that an engine creates carries MIGRATION_LABEL with `migrationId`: it is found by it again after a
   * crash and removed by it at the end. `fencingToken` grows with every process that takes the migration over.
   */
  owner: { migrationId: string; planId: string; fencingToken: number };
  itinerary: ItineraryName;
  source: ClusterClient;
  destination: ClusterClient;
  options: {
    /** What the plan wants; a volume's own `verify` goes before it. */
    verify: VerifyMode;
    verifySamplePercent: number;
    /** KiB per second and volume; absent is unlimited. */
    bandwidthLimitKiB?: number;
    /** Connections at once over one volume, where an engine can use several. */
    streamsPerVolume: number;
    /** Pod Security level that movers keep to. */
    moverSecurity: MoverSecurity;
  };
  /** Keeps progress and proof; `differences` replaces what was kept of them. */
  putVolume(
    progress: VolumeProgress,
    differences?: VolumeDifference[],
  ): Promise<void>;
  /**
   * Creates an object on the destination and records it as the plan's: a rollback takes it back. Safe to call again.
   * @throws when it is there and another's
   */
  apply(object: KubernetesObject): Promise<KubernetesObject>;
  /** @throws when an object of the destination was not created by this plan */
  assertOwn(object: KubernetesObject): void;
  event(event: Omit<MigrationEvent, 'id' | 'time' | 'phase'>): Promise<void>;
}

/**
 * A way to bring volumes across (design.md 6). The steps are called again and again until each is done or has failed,
 * also by another process after a crash: what a step did before must be found again on the clusters or in the progress,
 * and not be done twice. A transient error may be thrown; the call comes again until the phase's deadline.
 */
export interface VolumeCopyEngine<
  Context extends VolumeCopyContext = VolumeCopyContext,
> {
  /** The `copyMethod` of a planned volume. Lower-case words with dashes. */
  readonly name: string;
  /** What people read. */
  readonly title: string;
  /** What the plan says of a volume that this engine brings; `copy` by default. */
  readonly action?: 'copy' | 'move';
  /** The engine makes the claim on the destination by `apply`; otherwise it is there, as planned, before `prepare`. */
  readonly bringsClaim?: boolean;
  /** What it copies goes through the replication repository that the plan names. */
  readonly usesRepository?: boolean;
  /** Its bulk passes can read a snapshot instead of the volume, where the plan says so in `stageFrom`. */
  readonly stagesFromSnapshot?: boolean;
  /** Pure: decided from what discovery found, and from what the plan names. */
  fit(volume: PlannedVolume, plan?: { repository?: string }): Fit;
  /** What would stop it or should be known, found by reading both clusters while nothing runs yet. */
  check?(
    context: VolumeCheckContext,
    volume: PlannedVolume,
  ): Promise<Condition[]>;
  /** Makes ready for a pass over these volumes, all of this engine, with their claims there on the destination. */
  prepare(context: Context, volumes: PlannedVolume[]): Promise<StepResult>;
  /**
   * Brings the destination to what the source is now. `bulk` runs beside the application, `final` after its last writer
   * has ended. Done when `current.pass` is this pass and `current.state` is `copied`, by `putVolume`.
   */
  pass(
    context: Context,
    volume: PlannedVolume,
    current: VolumeProgress,
    pass: 'bulk' | 'final',
  ): Promise<StepResult>;
  /**
   * In a cutover, after the bulk pass and beside the application: reads what it can, so that `verify` is short. Nothing
   * that it finds is a proof or a failure. Done at once when it was done before.
   */
  verifyBulk?(
    context: Context,
    volume: PlannedVolume,
    current: VolumeProgress,
  ): Promise<StepResult>;
  /**
   * Invariant 4: reads both sides and compares them. Done only when `current.state` is `verified` with a proof of 0
   * differences, by `putVolume`.
   */
  verify(
    context: Context,
    volume: PlannedVolume,
    current: VolumeProgress,
  ): Promise<StepResult>;
  /**
   * Near the end of every itinerary, with those of the plan's volumes that are this engine's: gives back what the steps
   * hold outside of the namespaces or outside of the clusters. Pods, Services and Secrets with MIGRATION_LABEL are
   * removed without it.
   */
  cleanUp?(context: Context, volumes: PlannedVolume[]): Promise<StepResult>;
}
