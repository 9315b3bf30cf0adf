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

const kinds = ['Ingress', 'Route'];

export const hosts: PreflightCheck = {
  name: 'Hosts',
  title: 'Hosts of Ingresses and Routes that are taken',
  plannedKinds: kinds,
  appliesTo: type => type === 'full',
  async run({ destination, planned }) {
    const conditions: Condition[] = [];
    for (const kind of kinds) {
      const mine = planned.ofKind(kind);
      for (const apiVersion of new Set(mine.map(o => o.apiVersion))) {
        conditions.push(
          ...takenHosts(
            destination.name,
            mine.filter(object => object.apiVersion === apiVersion),
            await destination.list({ apiVersion, kind }),
          ),
        );
      }
    }
    return conditions;
  },
};

/** A router gives a Route's host to one namespace only; Ingresses may share a host, but not host and path. */
export function takenHosts(
  cluster: string,
  mine: KubernetesObject[],
  there: KubernetesObject[],
): Condition[] {
  return mine.flatMap(object =>
    there.flatMap(other => {
      const { namespace, name } = object.metadata;
      const same =
        other.metadata.namespace === namespace &&
        (other.metadata.name === name || object.kind === 'Route');
      const shared = addressesOf(object).find(address =>
        addressesOf(other).includes(address),
      );
      return same || !shared || classOf(object) !== classOf(other)
        ? []
        : [
            {
              type: 'HostTaken',
              category: 'Warn' as const,
              message: `${object.kind} ${namespace}/${name} wants ${shared}, which ${other.metadata.namespace}/${other.metadata.name} on cluster ${cluster} has. Give it another host by a rule of the plan (objects.hosts), or remove the other one.`,
              object: refOf(cluster, other),
            },
          ];
    }),
  );
}

function addressesOf({ kind, spec = {} }: KubernetesObject): string[] {
  if (kind === 'Route') {
    return spec.host ? [spec.host] : [];
  }
  return (spec.rules ?? [])
    .filter(({ host }: any) => host)
    .flatMap(({ host, http }: any) =>
      (http?.paths ?? [{}]).map(({ path }: any) => `${host}${path ?? '/'}`),
    );
}

function classOf({ metadata, spec }: KubernetesObject): string {
  return (
    spec?.ingressClassName ??
    metadata.annotations?.['kubernetes.io/ingress.class'] ??
    ''
  );
}
