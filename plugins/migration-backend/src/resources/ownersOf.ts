/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { isGenerated } from './exportNamespace';
import { Selection } from './selection';

type Owner = NonNullable<KubernetesObject['metadata']['ownerReferences']>[0];

/** Which owners will make what they own again on the destination. Asks the source once for each kind and namespace. */
export class ComingOwners {
  private readonly uids = new Map<string, Promise<Set<string>>>();

  constructor(
    private readonly source: ClusterClient,
    private readonly selection: Selection,
  ) {}

  /** Whether the object's controller exists and comes, or is made anew by what is installed there. */
  async remakes(object: KubernetesObject): Promise<boolean> {
    const controller = (object.metadata.ownerReferences ?? []).find(
      owner => owner.controller,
    );
    if (!controller) {
      return false;
    }
    const { namespace } = object.metadata;
    const key = `${controller.apiVersion} ${controller.kind} ${namespace}`;
    if (!this.uids.has(key)) {
      this.uids.set(key, this.list(controller, namespace));
    }
    return (await this.uids.get(key)!).has(controller.uid);
  }

  private async list(owner: Owner, namespace?: string): Promise<Set<string>> {
    const uids = new Set<string>();
    const type = await this.source.findType(owner.apiVersion, owner.kind);
    if (!type || !this.isKindHonoured(type)) {
      return uids;
    }
    const listed = type.namespaced ? { namespace } : {};
    for await (const page of this.source.listPages(type, listed)) {
      for (const object of page) {
        const comes =
          !type.namespaced ||
          this.selection.leavesByDefault(type) ||
          (this.selection.takesObject(object) &&
            !isGenerated(object, this.selection.completedJobs)) ||
          // of a Job that is over the pods are over too
          object.kind === 'Job';
        if (comes) {
          uids.add(object.metadata.uid!);
        }
      }
    }
    return uids;
  }

  /** A kind that the plan itself leaves out makes nothing on the destination. */
  private isKindHonoured(type: ResourceType): boolean {
    return (
      !type.namespaced ||
      this.selection.takesKind(type) ||
      this.selection.leavesByDefault(type)
    );
  }
}
