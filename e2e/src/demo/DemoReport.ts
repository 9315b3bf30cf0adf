/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** What `--report FILE` holds. Times are ISO 8601, durations seconds. */
export interface DemoReport extends CutoverEvidence {
  /** Whether everything held; what did not is in `failures`. */
  ok: boolean;
  failures: string[];
  startedAt: string;
  durationSeconds: number;
  clusters: Array<{ name: string; server: string; version: string }>;
  namespace: string;
  /** Of every migration, in order. */
  phases: Array<{ migration: string; phase: string; seconds: number }>;
  rollback?: {
    /** Fields of any object in the source namespace that are not as before the cutover, by our own look. */
    sourceDifferences: number;
    details: string[];
    /** What the product itself found. */
    reportedDifferences: number;
    rows: RowCounts;
    destinationNamespaceGone: boolean;
  };
  /** The cutover after the rollback. */
  secondCutover?: CutoverEvidence;
  /** Every copy engine with volumes of its own, in a namespace beside the application's. */
  engines?: EngineEvidence[];
  /** Objects with the label of one of the migrations on either cluster, of any kind, looked for after each of them. */
  leftovers: number;
  leftoverObjects: string[];
}

/** The first cutover's is at the top of the report. */
export interface CutoverEvidence {
  cutover?: {
    /** From the application's last answer on the source to its first on the destination, seen by a probe every 100 ms. */
    downtimeSeconds?: number;
    lastAnswerOnSource?: string;
    firstAnswerOnDestination?: string;
    /** Answers of the source after the destination's first: both were live. */
    answersOfBoth: number;
    writersGoneAt?: string;
    finalPassStartedAt?: string;
    /** From the last order that the writer's journal has on the source to the first on the destination. */
    writerPauseSeconds?: number;
  };
  volumes?: VolumeEvidence[];
  objects?: {
    expected: number;
    present: number;
    different: number;
    details: string[];
  };
  rows?: RowCounts;
}

export interface VolumeEvidence {
  namespace: string;
  claim: string;
  files: number;
  bytes: number;
  differences: number;
  /** `directories`: both were compared by programs of this machine; `proof`: by the product's movers. */
  comparedBy: 'directories' | 'proof';
}

export interface RowCounts {
  /** Orders in the writer's own journal. */
  committed: number;
  /** How many of these the database has. */
  found: number;
}

export interface EngineEvidence {
  engine: string;
  /** Why it was not tried: the rest is absent then. */
  notTried?: string;
  /** What lies on its volumes. */
  data?: string[];
  /** Of all its volumes, at the cutover. */
  bytes?: number;
  steps?: Array<{
    step: 'stage' | 'second stage' | 'cutover' | 'rollback';
    /** Found by programs of this machine, never by the product. */
    differences: number;
    compared: 'both sides' | 'source before and after';
    /** Passes and proof of the slowest volume. */
    seconds: number;
  }>;
}
