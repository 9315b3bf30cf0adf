/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** How one kind of workload is stopped and started again, as data. */
export interface WorkloadKind {
  kind: string;
  /** Versions to look for, newest first. */
  apiVersions: string[];
  /** Whether this object is ours to stop: not controlled by another workload, not over already. */
  applies(object: KubernetesObject): boolean;
  /** A merge patch that stops it. */
  quiescePatch(object: KubernetesObject): object;
  isQuiesced(object: KubernetesObject): boolean;
  /** A merge patch that makes a stopped one as `before`. A field that `before` lacks is removed with null. */
  restorePatch(before: KubernetesObject): object;
  /** The fields, as JSON pointers, that stopping changes and restoring brings back. */
  fields: string[];
}

export function hasController(object: KubernetesObject): boolean {
  return (object.metadata.ownerReferences ?? []).some(
    owner => owner.controller,
  );
}
