/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

/**
 * What is on the destination already, of one kind and namespace: one list, of which only names are kept. Objects of
 * this plan need no second look; others are read when they are asked for.
 */
export class PresentObjects {
  private names?: Promise<Map<string, 'ours' | 'foreign'>>;

  constructor(
    private readonly destination: ClusterClient,
    private readonly planId: string,
    private readonly type: { apiVersion: string; kind: string },
    private readonly namespace?: string,
  ) {}

  /** The object of that name that this plan did not create. */
  async foreign(name: string): Promise<KubernetesObject | undefined> {
    this.names ??= this.list();
    if ((await this.names).get(name) !== 'foreign') {
      return undefined;
    }
    const present = await this.destination.get({
      ...this.type,
      namespace: this.namespace,
      name,
    });
    return present && !this.isOurs(present) ? present : undefined;
  }

  private async list() {
    const names = new Map<string, 'ours' | 'foreign'>();
    for await (const page of this.destination.listPages(this.type, {
      namespace: this.namespace,
    })) {
      for (const object of page) {
        names.set(
          object.metadata.name,
          this.isOurs(object) ? 'ours' : 'foreign',
        );
      }
    }
    return names;
  }

  isOurs({ metadata }: KubernetesObject): boolean {
    return metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === this.planId;
  }
}
