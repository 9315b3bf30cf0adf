/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ClusterError,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';

const FRESH_MS = 60_000;
/** So often and in such steps a group is looked at that is listed and not found. */
const LOOKS = 4;
const LOOK_MS = 500;

interface Discovered {
  at: number;
  types: ResourceType[];
  failedGroups: string[];
}

/** What a cluster serves, asked again when it is older than a minute or when a kind is missing (it may be new). */
export class Discovery {
  private known?: Promise<Discovered>;

  constructor(private readonly read: (path: string) => Promise<any>) {}

  async resourceTypes() {
    const { types, failedGroups } = await this.fresh(FRESH_MS);
    return { types, failedGroups };
  }

  async findType(
    apiVersion: string,
    kind: string,
  ): Promise<ResourceType | undefined> {
    const matches = (type: ResourceType) =>
      type.apiVersion === apiVersion && type.kind === kind;
    const known = (await this.fresh(FRESH_MS)).types.find(matches);
    return known ?? (await this.fresh(2_000)).types.find(matches);
  }

  /** Whether the kind is served, asked now. */
  async isServedNow(apiVersion: string, kind: string): Promise<boolean> {
    const { types } = await this.fresh(0);
    return types.some(
      type => type.apiVersion === apiVersion && type.kind === kind,
    );
  }

  private async fresh(maxAgeMs: number): Promise<Discovered> {
    if (this.known) {
      const known = await this.known.catch(() => undefined);
      if (known && Date.now() - known.at < maxAgeMs) {
        return known;
      }
    }
    this.known = this.discover();
    return this.known;
  }

  private async discover(): Promise<Discovered> {
    const [core, groups] = await Promise.all([
      this.read('/api/v1'),
      this.read('/apis'),
    ]);
    const types = typesOf('v1', core, true);
    const failedGroups: string[] = [];
    await Promise.all(
      groups.groups.flatMap((group: any) =>
        group.versions.map(async (version: any) => {
          try {
            const list = await this.readGroup(version.groupVersion);
            types.push(
              ...typesOf(
                version.groupVersion,
                list,
                group.preferredVersion?.groupVersion === version.groupVersion,
              ),
            );
          } catch {
            // An aggregated API whose service is down: named, not hidden, and no reason to see nothing else.
            failedGroups.push(version.groupVersion);
          }
        }),
      ),
    );
    return { at: Date.now(), types, failedGroups };
  }

  /**
   * A group whose definition comes or goes at this moment is listed and answers 404; the list says soon which it is.
   * @returns what it serves; nothing when it is gone
   */
  private async readGroup(groupVersion: string): Promise<any> {
    for (let look = 1; ; look += 1) {
      try {
        return await this.read(`/apis/${groupVersion}`);
      } catch (error) {
        const notFound =
          error instanceof ClusterError && error.statusCode === 404;
        if (!notFound || look === LOOKS) {
          throw error;
        }
      }
      await sleep(LOOK_MS);
      const { groups } = await this.read('/apis');
      const listed = groups
        .flatMap((group: any) => group.versions)
        .some((version: any) => version.groupVersion === groupVersion);
      if (!listed) {
        return { resources: [] };
      }
    }
  }
}

function typesOf(
  apiVersion: string,
  list: any,
  preferred: boolean,
): ResourceType[] {
  const [version, group] = apiVersion.split('/').reverse();
  return (list.resources ?? [])
    .filter((resource: any) => !resource.name.includes('/'))
    .map((resource: any) => ({
      group: group ?? '',
      version,
      apiVersion,
      kind: resource.kind,
      resource: resource.name,
      namespaced: resource.namespaced,
      verbs: resource.verbs ?? [],
      preferred,
    }));
}
