/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { refOf } from '../refOf';

export const customResources: PreflightCheck = {
  name: 'CustomResourceVersions',
  title: 'Definitions of custom resources that differ',
  appliesTo: type => type === 'full',
  async run({ source, destination, planned }) {
    if (source.name === destination.name) {
      return [];
    }
    const conditions: Condition[] = [];
    const names = new Set<string>();
    for (const { apiVersion, kind } of planned.counts) {
      const type = await source.findType(apiVersion, kind);
      if (type?.group.includes('.')) {
        names.add(`${type.resource}.${type.group}`);
      }
    }
    for (const name of names) {
      const key = {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        name,
      };
      const [from, to] = await Promise.all([
        source.get(key),
        destination.get(key),
      ]);
      if (from && to) {
        conditions.push(...differentDefinitions(destination.name, from, to));
      }
    }
    return conditions;
  },
};

export function differentDefinitions(
  cluster: string,
  from: KubernetesObject,
  to: KubernetesObject,
): Condition[] {
  const [here, there] = [versionsOf(from), versionsOf(to)];
  return here === there
    ? []
    : [
        {
          type: 'DefinitionsDiffer',
          category: 'Warn',
          message: `CustomResourceDefinition ${to.metadata.name} serves ${here} on the source and ${there} on cluster ${cluster}, so objects may lose fields or be refused. Bring the operator behind it to the same version on both.`,
          object: refOf(cluster, to),
        },
      ];
}

/** For example `v1beta1, v1 (stored)`. */
function versionsOf({ spec }: KubernetesObject): string {
  return spec.versions
    .filter(({ served, storage }: any) => served || storage)
    .map(
      ({ name, served, storage }: any) =>
        `${name}${storage ? ' (stored)' : ''}${served ? '' : ' (not served)'}`,
    )
    .sort()
    .join(', ');
}
