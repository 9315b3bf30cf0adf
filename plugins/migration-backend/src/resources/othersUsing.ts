/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATED_BY_PLAN_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { isToBring, typesToExport } from './exportNamespace';
import { selectionOf } from './selection';

const everything = selectionOf({});

/**
 * What would go with a Namespace or a CustomResourceDefinition if it was deleted, and was not made by this plan
 * (invariant 5): `Kind namespace/name` of the first such object, or undefined.
 */
export async function othersUsing(
  cluster: ClusterClient,
  container: KubernetesObject,
  planId: string,
): Promise<string | undefined> {
  const foreign = (object: KubernetesObject) =>
    object.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] !== planId;
  switch (container.kind) {
    case 'CustomResourceDefinition': {
      const { group, names, versions } = container.spec;
      const served = versions.find((version: any) => version.served);
      const resources = served
        ? await cluster.list({
            apiVersion: `${group}/${served.name}`,
            kind: names.kind,
          })
        : [];
      return describe(resources.find(foreign));
    }
    case 'Namespace': {
      const namespace = container.metadata.name;
      const { types } = await cluster.resourceTypes();
      const listed = [
        ...typesToExport(types, types, everything.takesKind).types.filter(
          // of those with a Service of the same name the Service tells
          ({ kind }) => !['Endpoints', 'EndpointSlice'].includes(kind),
        ),
        { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
      ];
      for (const type of listed) {
        const objects = await cluster.list(type, { namespace });
        const other = objects.filter(isToBring).find(foreign);
        if (other) {
          return describe(other);
        }
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function describe(object?: KubernetesObject): string | undefined {
  return (
    object &&
    `${object.kind} ${
      object.metadata.namespace ? `${object.metadata.namespace}/` : ''
    }${object.metadata.name}`
  );
}
