/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { NamespacePages } from '../namespacePages';
import { podKinds, podSpecOf } from '../podSpecOf';

/** Names of cluster-scoped objects -> what names them. */
type Names = Map<string, string>;

/** What the objects of the namespaces say of the cluster around them: names only, so that it stays small. */
export interface NamespaceFacts {
  namespaces: string[];
  /** Whether service accounts come, and so what reaches them. */
  withServiceAccounts: boolean;
  priorityClasses: Names;
  runtimeClasses: Names;
  ingressClasses: Names;
  storageClasses: Names;
  snapshotClasses: Names;
  clusterRoles: Names;
  securityContextConstraints: Names;
  /** Custom kinds with objects that the destination does not serve, and how many. */
  notServed: Array<{ type: ResourceType; namespace: string; count: number }>;
}

const otherKinds = ['Ingress', 'VolumeSnapshot', 'RoleBinding', 'Role'];

export function noFacts(namespaces: string[]): NamespaceFacts {
  return {
    namespaces,
    withServiceAccounts: false,
    priorityClasses: new Map(),
    runtimeClasses: new Map(),
    ingressClasses: new Map(),
    storageClasses: new Map(),
    snapshotClasses: new Map(),
    clusterRoles: new Map(),
    securityContextConstraints: new Map(),
    notServed: [],
  };
}

/** Reads the kinds that name others, and those that the destination does not serve. */
export async function namespaceFacts(
  pages: NamespacePages,
  namespaces: string[],
  types: ResourceType[],
  notServed: ResourceType[],
): Promise<NamespaceFacts> {
  const facts = noFacts(namespaces);
  facts.withServiceAccounts = types.some(
    ({ kind, group }) => kind === 'ServiceAccount' && group === '',
  );
  const naming = types.filter(
    ({ kind }) => podKinds.includes(kind) || otherKinds.includes(kind),
  );
  for (const namespace of namespaces) {
    for (const type of naming) {
      for await (const page of pages.of(type, namespace)) {
        for (const object of page) {
          addFactsOf(object, facts);
        }
      }
    }
    for (const type of notServed) {
      let count = 0;
      for await (const page of pages.of(type, namespace)) {
        count += page.length;
      }
      if (count > 0) {
        facts.notServed.push({ type, namespace, count });
      }
    }
  }
  return facts;
}

export function addFactsOf(
  object: KubernetesObject,
  facts: NamespaceFacts,
): void {
  const by = `${object.kind} ${object.metadata.namespace}/${object.metadata.name}`;
  const add = (names: Names, name?: string) => {
    if (name && !names.has(name)) {
      names.set(name, by);
    }
  };
  const pod = podSpecOf(object);
  if (pod) {
    add(facts.priorityClasses, pod.priorityClassName);
    add(facts.runtimeClasses, pod.runtimeClassName);
    for (const { ephemeral } of pod.volumes ?? []) {
      add(
        facts.storageClasses,
        ephemeral?.volumeClaimTemplate?.spec?.storageClassName,
      );
    }
  }
  switch (object.kind) {
    case 'StatefulSet':
      for (const { spec } of object.spec.volumeClaimTemplates ?? []) {
        add(facts.storageClasses, spec?.storageClassName);
      }
      break;
    case 'Ingress':
      add(facts.ingressClasses, object.spec?.ingressClassName);
      break;
    case 'VolumeSnapshot':
      add(facts.snapshotClasses, object.spec?.volumeSnapshotClassName);
      break;
    case 'RoleBinding':
      if (object.roleRef?.kind === 'ClusterRole') {
        add(facts.clusterRoles, object.roleRef.name);
      }
      break;
    case 'Role':
      addConstraintsOf(object, by, facts);
      break;
    default:
  }
}

/** Security context constraints that the rules of a role let its subjects use. */
export function addConstraintsOf(
  role: KubernetesObject,
  by: string,
  facts: NamespaceFacts,
): void {
  for (const {
    apiGroups = [],
    resources = [],
    resourceNames = [],
  } of role.rules ?? []) {
    const grants =
      apiGroups.includes('security.openshift.io') &&
      resources.includes('securitycontextconstraints');
    for (const name of grants ? resourceNames : []) {
      if (!facts.securityContextConstraints.has(name)) {
        facts.securityContextConstraints.set(name, by);
      }
    }
  }
}

/** The definition of a custom kind. */
export function definitionOf(
  source: ClusterClient,
  { resource, group }: ResourceType,
): Promise<KubernetesObject | undefined> {
  return source.get({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    name: `${resource}.${group}`,
  });
}
