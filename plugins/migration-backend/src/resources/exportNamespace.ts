/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { isJobOver } from '../quiesce/job';
import { hasController } from '../quiesce/WorkloadKind';
import { isHelper } from '../quiesce/quiesceNamespace';

/** Never brought: made by controllers, or MTC's default exclusions, or what the volume engines make themselves. */
const excluded = new Set([
  'events',
  'events.events.k8s.io',
  'endpoints',
  'endpointslices.discovery.k8s.io',
  // on the destination one would be taken of a new volume
  'volumesnapshots.snapshot.storage.k8s.io',
  'persistentvolumeclaims',
  'pods.metrics.k8s.io',
  'leases.coordination.k8s.io',
  'controllerrevisions.apps',
  'bindings',
  'localsubjectaccessreviews.authorization.k8s.io',
  'imagetags.image.openshift.io',
  'templateinstances.template.openshift.io',
  'clusterserviceversions.operators.coreos.com',
  'packagemanifests.packages.operators.coreos.com',
  'subscriptions.operators.coreos.com',
  'operatorgroups.operators.coreos.com',
  'installplans.operators.coreos.com',
  'rolebindings.authorization.openshift.io',
  'roles.authorization.openshift.io',
]);

/** One version of each kind: the preferred one if the destination serves it, else another that both serve. */
export function typesToExport(
  source: ResourceType[],
  destination: ResourceType[],
  excludedKinds: string[],
): { types: ResourceType[]; notServed: ResourceType[] } {
  const leftOut = new Set([...excluded, ...excludedKinds]);
  const served = new Set(
    destination.map(type => `${type.apiVersion} ${type.kind}`),
  );
  const byKind = new Map<string, ResourceType[]>();
  for (const type of source) {
    const name = type.group ? `${type.resource}.${type.group}` : type.resource;
    const usable =
      type.namespaced &&
      ['list', 'get', 'create'].every(verb => type.verbs.includes(verb));
    if (
      usable &&
      !leftOut.has(name) &&
      !leftOut.has(type.resource) &&
      !leftOut.has(`*.${type.group}`)
    ) {
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
  if (hasController(object) || isHelper(object)) {
    return false;
  }
  const { name } = object.metadata;
  switch (object.kind) {
    case 'Pod':
      return !['Succeeded', 'Failed'].includes(object.status?.phase);
    case 'Job':
      // it would run a second time (Velero leaves completed ones behind too)
      return !isJobOver(object);
    case 'Secret':
      return ![
        'kubernetes.io/service-account-token',
        'kubernetes.io/dockercfg',
      ].includes(object.type);
    case 'ServiceAccount':
      return (
        !['default', 'builder', 'deployer'].includes(name) ||
        Boolean(object.metadata.labels)
      );
    case 'ConfigMap':
      return !['kube-root-ca.crt', 'openshift-service-ca.crt'].includes(name);
    case 'RoleBinding':
      return !name.startsWith('system:');
    default:
      return true;
  }
}

export interface ExportedNamespace {
  objects: KubernetesObject[];
  /** Definitions of the custom resources among them. */
  definitions: KubernetesObject[];
  /** Kinds with objects here that the destination serves in no version. */
  notServed: Array<{ type: ResourceType; count: number }>;
  /** Group versions of the source that did not answer and so may hide objects. */
  unavailable: string[];
}

/** Aggregated APIs that compute what they show and hold no objects. */
const virtualGroups = [
  'metrics.k8s.io',
  'custom.metrics.k8s.io',
  'external.metrics.k8s.io',
  'packages.operators.coreos.com',
];

export async function exportNamespace(
  source: ClusterClient,
  destination: ClusterClient,
  namespace: string,
  excludedKinds: string[],
): Promise<ExportedNamespace> {
  const [from, to] = await Promise.all([
    source.resourceTypes(),
    destination.resourceTypes(),
  ]);
  const { types, notServed } = typesToExport(
    from.types,
    to.types,
    excludedKinds,
  );
  const exported: ExportedNamespace = {
    objects: [],
    definitions: [],
    notServed: [],
    unavailable: from.failedGroups.filter(groupVersion => {
      const [group] = groupVersion.split('/');
      return (
        !virtualGroups.includes(group) && !excludedKinds.includes(`*.${group}`)
      );
    }),
  };
  for (const type of types) {
    exported.objects.push(
      ...(await source.list(type, { namespace })).filter(isToBring),
    );
  }
  for (const type of notServed) {
    const objects = (await source.list(type, { namespace })).filter(isToBring);
    if (objects.length === 0) {
      continue;
    }
    const definition = await source.get({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      name: `${type.resource}.${type.group}`,
    });
    if (definition) {
      exported.definitions.push(definition);
      exported.objects.push(...objects);
    } else {
      exported.notServed.push({ type, count: objects.length });
    }
  }
  return exported;
}
