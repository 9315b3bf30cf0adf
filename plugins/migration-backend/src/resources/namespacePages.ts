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
import { ComingOwners } from './ownersOf';
import { Selection } from './selection';

/** What comes of namespaces of the source, kind by kind and page by page. */
export class NamespacePages {
  private readonly owners: ComingOwners;
  private readonly served = new Map<string, Promise<Set<string>>>();

  constructor(
    private readonly source: ClusterClient,
    private readonly selection: Selection,
  ) {
    this.owners = new ComingOwners(source, selection);
  }

  async *of(
    type: ResourceType,
    namespace: string,
  ): AsyncGenerator<KubernetesObject[]> {
    for await (const page of this.source.listPages(type, {
      namespace,
      labelSelector: this.selection.labelSelector,
    })) {
      const coming: KubernetesObject[] = [];
      for (const object of page) {
        if (
          this.selection.takesObject(object) &&
          !isGenerated(object, this.selection.completedJobs) &&
          !(await this.isMadeAgain(object))
        ) {
          coming.push(object);
        }
      }
      if (coming.length > 0) {
        yield coming;
      }
    }
  }

  private async isMadeAgain(object: KubernetesObject): Promise<boolean> {
    const { name, namespace } = object.metadata;
    if (object.kind === 'Endpoints') {
      return (await this.servicesWithSelector(namespace!)).has(name);
    }
    return this.owners.remakes(object);
  }

  /** The endpoints controller writes the Endpoints of these; the others' are written by a person. */
  private servicesWithSelector(namespace: string): Promise<Set<string>> {
    const list = async () => {
      const names = new Set<string>();
      for await (const page of this.source.listPages(
        { apiVersion: 'v1', kind: 'Service' },
        { namespace },
      )) {
        for (const { metadata, spec } of page) {
          if (Object.keys(spec.selector ?? {}).length > 0) {
            names.add(metadata.name);
          }
        }
      }
      return names;
    };
    if (!this.served.has(namespace)) {
      this.served.set(namespace, list());
    }
    return this.served.get(namespace)!;
  }
}
