/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { isJobOver } from '../quiesce/job';
import { hasController } from '../quiesce/WorkloadKind';
import { isHelper } from '../quiesce/quiesceNamespace';
import {
  givenServiceAccounts,
  isGeneratedSecret,
  isPristine,
} from './generated';

/** One version of each kind: the preferred one if the destination serves it, else another that both serve. */
export function typesToExport(
  source: ResourceType[],
  destination: ResourceType[],
  takesKind: (type: ResourceType) => boolean,
): { types: ResourceType[]; notServed: ResourceType[] } {
  const served = new Set(
    destination.map(type => `${type.apiVersion} ${type.kind}`),
  );
  const byKind = new Map<string, ResourceType[]>();
  for (const type of source) {
    const usable =
      type.namespaced &&
      ['list', 'get', 'create'].every(verb => type.verbs.includes(verb));
    if (usable && takesKind(type)) {
      // the old group of Ingress and Deployment shows the same objects a second time
      const key =
        type.group === 'extensions'
          ? `extensions ${type.kind}`
          : `${type.group} ${type.kind}`;
      byKind.set(key, [...(byKind.get(key) ?? []), type]);
    }
  }
  const kindsElsewhere = new Set(
    [...byKind.values()]
      .flat()
      .filter(type => type.group !== 'extensions')
      .map(type => type.kind),
  );
  const types: ResourceType[] = [];
  const notServed: ResourceType[] = [];
  for (const versions of byKind.values()) {
    if (
      versions[0].group === 'extensions' &&
      kindsElsewhere.has(versions[0].kind)
    ) {
      continue;
    }
    const ordered = [...versions].sort(
      (a, b) => Number(b.preferred) - Number(a.preferred),
    );
    const both = ordered.find(type =>
      served.has(`${type.apiVersion} ${type.kind}`),
    );
    if (both) {
      types.push(both);
    } else {
      notServed.push(ordered[0]);
    }
  }
  return { types, notServed };
}

/** Whether a person made the object, rather than a controller that will make it again. */
export function isToBring(object: KubernetesObject): boolean {
  return !hasController(object) && !isGenerated(object);
}

/** Made by the cluster, or by us, or over: what no choice of names and kinds is about. */
export function isGenerated(
  object: KubernetesObject,
  /** By choice of the plan. */
  completedJobs = false,
): boolean {
  if (isHelper(object)) {
    return true;
  }
  const { name, annotations } = object.metadata;
  switch (object.kind) {
    case 'Pod':
      return ['Succeeded', 'Failed'].includes(object.status?.phase);
    case 'Job':
      // it would run a second time (Velero leaves completed ones behind too)
      return isJobOver(object) && !completedJobs;
    case 'Build':
      return ['Complete', 'Failed', 'Cancelled', 'Error'].includes(
        object.status?.phase,
      );
    case 'Secret':
      return isGeneratedSecret(object);
    case 'ServiceAccount':
      return givenServiceAccounts.includes(name) && isPristine(object);
    case 'ConfigMap':
      return ['kube-root-ca.crt', 'openshift-service-ca.crt'].includes(name);
    case 'RoleBinding':
      return name.startsWith('system:');
    case 'Endpoints':
      // the lock of a leader, kept by programs of before there were Leases
      return 'control-plane.alpha.kubernetes.io/leader' in (annotations ?? {});
    case 'EndpointSlice':
      return /^endpointslice(mirroring)?-controller/.test(
        object.metadata.labels?.['endpointslice.kubernetes.io/managed-by'] ??
          '',
      );
    default:
      return false;
  }
}
