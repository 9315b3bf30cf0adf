/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  ImageSelection,
  ItineraryName,
  MigrationEvent,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '../clusters/ClusterClient';
import { StepResult } from '../StepResult';

/** The running migration, as an image engine sees it. */
export interface ImageCopyContext {
  /** As of a volume engine: helpers carry MIGRATION_LABEL with `migrationId`. */
  owner: { migrationId: string; planId: string; fencingToken: number };
  itinerary: ItineraryName;
  source: ClusterClient;
  destination: ClusterClient;
  namespaces: Array<{ source: string; destination: string }>;
  /** With the defaults of openapi.yaml. */
  selection: ImageChoices;
  images(): Promise<ImageProgress[]>;
  putImage(progress: ImageProgress): Promise<void>;
  event(event: Omit<MigrationEvent, 'id' | 'time' | 'phase'>): Promise<void>;
}

type Defaulted =
  | 'copyMethod'
  | 'registries'
  | 'platforms'
  | 'existingTags'
  | 'imageStreamHistory'
  | 'parallelImages'
  | 'attempts'
  | 'onRollback';

export type ImageChoices = Omit<ImageSelection, Defaulted> &
  Required<Pick<ImageSelection, Defaulted>>;

/** An image that has a target, with its digest. */
export interface ImageToCopy {
  reference: string;
  digest: string;
  target: string;
  /** The target's tag is set to it; otherwise it is brought by digest alone. */
  setsTag: boolean;
}

/**
 * A way to bring images from registry to registry. The steps are called again and again until each is done or has
 * failed, also by another process after a crash. What becomes of one image is kept by `putImage`, a failure of it in
 * `failure`: the step is then done all the same, and the migration decides.
 */
export interface ImageCopyEngine<
  Context extends ImageCopyContext = ImageCopyContext,
> {
  /** `copyMethod` of a plan's images. Lower-case words with dashes. */
  readonly name: string;
  /** What people read. */
  readonly title: string;
  /** What it copies goes through the replication repository that the plan names. */
  readonly usesRepository?: boolean;
  /**
   * Digest, platforms and size of every image, those without a target too, and what the destination has of it. Done
   * when each is `inspected`, or has a failure.
   */
  inspect(context: Context, images: PlannedImage[]): Promise<StepResult>;
  /** Done when each is `copied`, or has a failure. Blobs that are there are not sent. */
  copy(context: Context, images: ImageToCopy[]): Promise<StepResult>;
  /** Invariant 4: asks the target registry. Done when each is `verified`, or has a failure. */
  verify(context: Context, images: ImageToCopy[]): Promise<StepResult>;
  /** Takes images out of their targets, for a rollback that is told to. */
  remove?(context: Context, images: ImageToCopy[]): Promise<StepResult>;
  /** Near the end of every itinerary: gives back what the steps hold outside of the namespaces. */
  cleanUp?(context: Context): Promise<StepResult>;
}
