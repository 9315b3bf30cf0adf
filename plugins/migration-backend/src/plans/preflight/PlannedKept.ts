/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KubernetesObject,
  PlannedSummary,
} from '@namespace-migration/plugin-migration-node';

/** Counts all planned objects and keeps those that a check asks for: pages pass by and are not held. */
export class PlannedKept implements PlannedSummary {
  private readonly kinds: Set<string>;
  private readonly kept: KubernetesObject[] = [];
  private readonly counted = new Map<
    string,
    PlannedSummary['counts'][number]
  >();

  constructor(kinds: string[] = []) {
    this.kinds = new Set(kinds);
  }

  add(object: KubernetesObject): void {
    const { apiVersion, kind } = object;
    const { namespace } = object.metadata;
    const key = `${apiVersion} ${kind} ${namespace ?? ''}`;
    const known = this.counted.get(key) ?? {
      apiVersion,
      kind,
      namespace,
      count: 0,
    };
    known.count += 1;
    this.counted.set(key, known);
    if (this.kinds.has(kind)) {
      this.kept.push(object);
    }
  }

  get counts() {
    return [...this.counted.values()];
  }

  ofKind(...kinds: string[]): KubernetesObject[] {
    return this.kept.filter(({ kind }) => kinds.includes(kind));
  }
}
