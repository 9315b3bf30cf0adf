/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { ClosureKind, Need, servedVersionOf } from './ClosureKind';

/** Operators are installed, not copied: what is required is the same package, in any namespace and version. */
function operatorKind(
  kind: string,
  neededWhere: string,
  packageOf: (object: KubernetesObject) => string,
): ClosureKind {
  return {
    kind,
    apiVersions: ['operators.coreos.com/v1alpha1'],
    defaultAction: 'require',
    neededWhere,
    async find({ source, facts }) {
      const needs: Need[] = [];
      const apiVersion = await servedVersionOf(source, this);
      for (const namespace of apiVersion ? facts.namespaces : []) {
        for (const object of await source.list(
          { apiVersion: apiVersion!, kind },
          { namespace },
        )) {
          // OLM shows a global operator in every namespace by a copy
          if (!object.metadata.labels?.['olm.copiedFrom']) {
            needs.push({
              name: object.metadata.name,
              neededBy: `namespace ${namespace}`,
              object,
            });
          }
        }
      }
      return needs;
    },
    async isMet({ object }, { destination }) {
      const apiVersion = await servedVersionOf(destination, this);
      if (!apiVersion || !object) {
        return false;
      }
      const there = await destination.list({ apiVersion, kind });
      return there.some(other => packageOf(other) === packageOf(object));
    },
  };
}

export const clusterServiceVersion = operatorKind(
  'ClusterServiceVersion',
  'are in the namespaces; the same operator in any version must be installed',
  ({ metadata: { name } }) => name.replace(/\.v?\d.*$/, ''),
);

export const subscription = operatorKind(
  'Subscription',
  'are in the namespaces; a subscription to the same package must be there',
  ({ spec }) => spec?.name,
);
