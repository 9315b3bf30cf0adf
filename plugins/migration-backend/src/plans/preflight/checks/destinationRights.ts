/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import {
  missingRights,
  missingRightsConditions,
  Right,
} from '../missingRights';
import { unique } from './sourceRights';

const rbac = 'rbac.authorization.k8s.io';

export const destinationRights: PreflightCheck = {
  name: 'DestinationRights',
  title: 'Rights of the account on the destination',
  async run(context) {
    const { destination } = context;
    const missing = await missingRights(
      destination,
      await neededRights(context),
    );
    const conditions = missingRightsConditions(
      destination.name,
      missing,
      'docs/rbac/destination.yaml',
    );
    const doubtful = await missingRights(
      destination,
      escalations(context.planned.counts),
    );
    return [...conditions, ...mayNotEscalate(destination.name, doubtful)];
  },
};

async function neededRights({
  planned,
  volumes,
  namespaces,
  destination,
  type,
}: PreflightContext): Promise<Right[]> {
  const rights: Right[] = [];
  for (const { apiVersion, kind, namespace } of planned.counts) {
    const found = await destination.findType(apiVersion, kind);
    // a definition that comes too will serve it
    if (found) {
      rights.push(
        ...['get', 'create', 'patch', 'delete'].map(verb => ({
          verb,
          group: found.group,
          resource: found.resource,
          namespace,
        })),
      );
    }
  }
  for (const { action, target } of volumes) {
    if (action !== 'skip') {
      for (const resource of ['persistentvolumeclaims', 'pods', 'secrets']) {
        rights.push(
          ...['get', 'create', 'delete'].map(verb => ({
            verb,
            group: '',
            resource,
            namespace: target.namespace,
          })),
        );
      }
    }
  }
  for (const { destination: name } of type === 'full' ? namespaces : []) {
    if (
      !(await destination.get({ apiVersion: 'v1', kind: 'Namespace', name }))
    ) {
      rights.push(
        ...['create', 'patch', 'delete'].map(verb => ({
          verb,
          group: '',
          resource: 'namespaces',
        })),
      );
    }
  }
  return unique(rights);
}

/** Only who holds every right of a Role may make it, or who may escalate; the same for bindings and bind. */
function escalations(counts: PreflightContext['planned']['counts']): Right[] {
  return unique(
    counts.flatMap(({ kind, apiVersion, namespace }) => {
      const verb = {
        Role: 'escalate',
        ClusterRole: 'escalate',
        RoleBinding: 'bind',
        ClusterRoleBinding: 'bind',
      }[kind];
      const resource = kind.startsWith('Cluster') ? 'clusterroles' : 'roles';
      return verb && apiVersion.startsWith(`${rbac}/`)
        ? [{ verb, group: rbac, resource, namespace }]
        : [];
    }),
  );
}

function mayNotEscalate(cluster: string, missing: Right[]): Condition[] {
  return missing.map(({ verb, resource, namespace }) => ({
    type: 'MayNotEscalate',
    category: 'Warn',
    message: `The account for cluster ${cluster} may not ${verb} ${resource}${
      namespace ? ` in namespace ${namespace}` : ''
    }, so roles or bindings with rights that it does not hold itself will be refused. Allow it as docs/rbac/destination.yaml does, or exclude these kinds.`,
    object: { apiVersion: 'v1', kind: 'Cluster', name: cluster },
  }));
}
