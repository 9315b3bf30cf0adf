/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
  PlannedVolume,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient, KubernetesObject } from '../clusters/ClusterClient';

/** One thing that is looked at before a migration starts. Reads only. */
export interface PreflightCheck {
  /** CamelCase, unique and stable: it is kept with plans. */
  name: string;
  /** What a person reads, for example `Node ports that are taken`. */
  title: string;
  /** Kinds of which the check wants the objects that would be made on the destination, in `context.planned`. */
  plannedKinds?: string[];
  /** Without, it is for every type of plan. */
  appliesTo?(type: PlanType): boolean;
  /**
   * What it found: nothing when all is well. Critical and Error stop a migration; messages name object, cause and
   * cure. It has 30 seconds; a check that throws becomes a condition itself.
   */
  run(context: PreflightContext): Promise<Condition[]>;
}

export interface PreflightContext {
  /** Empty for a plan that is not stored yet: it owns nothing. */
  planId: string;
  input: PlanInput;
  type: PlanType;
  volumes: PlannedVolume[];
  /** Those that exist on the source, with both names. */
  namespaces: Array<{ source: string; destination: string }>;
  /** Answers of `get`, `list`, `can` and `version` are kept for the time of one preflight. */
  source: ClusterClient;
  destination: ClusterClient;
  planned: PlannedSummary;
  /** Workloads and bare pods of the source namespaces, as they are there. */
  workloads(): Promise<KubernetesObject[]>;
  /** Other plans of this portal that name one of the same namespaces. */
  otherPlans(): Promise<OtherPlan[]>;
}

/** What would be made on the destination, sanitised and rewritten. Empty for plans that bring no objects. */
export interface PlannedSummary {
  counts: Array<{
    apiVersion: string;
    kind: string;
    /** Of the destination; absent for cluster-scoped kinds. */
    namespace?: string;
    count: number;
  }>;
  /** Only of the kinds that some check names in `plannedKinds`. */
  ofKind(...kinds: string[]): KubernetesObject[];
}

export interface OtherPlan {
  name: string;
  source: string;
  destination: string;
  namespaces: Array<{ source: string; destination: string }>;
  /** Of a migration that is under way. */
  running?: string;
  /** When its last cutover ended well and was not rolled back. */
  migratedAt?: string;
}
