/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

/** Gives objects their owners again, by the uids that these have on the destination. */
export class RelinkedOwners {
  private readonly uids = new Map<string, string>();

  constructor(
    private readonly destination: ClusterClient,
    private readonly planId: string,
  ) {}

  /**
   * Owners that do not control the object: what a controller owns is left to it.
   * @returns whether all that came are there; if not, look again after they were applied
   */
  async relink(
    object: KubernetesObject,
    original: KubernetesObject,
  ): Promise<boolean> {
    const owners = (original.metadata.ownerReferences ?? []).filter(
      owner => !owner.controller,
    );
    if (owners.length === 0) {
      return true;
    }
    const there: typeof owners = [];
    for (const owner of owners) {
      const uid = await this.uidOf(owner, object.metadata.namespace);
      if (uid) {
        there.push({ ...owner, uid });
      }
    }
    if (there.length > 0) {
      object.metadata.ownerReferences = there;
    }
    return there.length === owners.length;
  }

  private async uidOf(
    {
      apiVersion,
      kind,
      name,
    }: { apiVersion: string; kind: string; name: string },
    namespace?: string,
  ): Promise<string | undefined> {
    const key = `${apiVersion} ${kind} ${namespace}/${name}`;
    const known = this.uids.get(key);
    if (known) {
      return known;
    }
    const type = await this.destination.findType(apiVersion, kind);
    const owner =
      type &&
      (await this.destination.get({
        apiVersion,
        kind,
        name,
        namespace: type.namespaced ? namespace : undefined,
      }));
    const ours =
      owner?.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] ===
      this.planId;
    if (ours) {
      this.uids.set(key, owner.metadata.uid!);
    }
    return ours ? owner.metadata.uid : undefined;
  }
}
