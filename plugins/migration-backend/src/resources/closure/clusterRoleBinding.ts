/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClosureKind, Need } from './ClosureKind';
import { reachedBy } from './subjects';

export const clusterRoleBinding: ClosureKind = {
  kind: 'ClusterRoleBinding',
  apiVersions: ['rbac.authorization.k8s.io/v1'],
  defaultAction: 'bring',
  neededWhere:
    "reach service accounts of the namespaces; brought with these subjects alone, renamed. The cluster's own (system:) never",
  async find({ source, facts, actionFor }) {
    const needs: Need[] = [];
    if (!facts.withServiceAccounts) {
      return needs;
    }
    for await (const page of source.listPages({
      apiVersion: this.apiVersions[0],
      kind: this.kind,
    })) {
      for (const object of page) {
        const { name } = object.metadata;
        const reaching = (object.subjects ?? []).find(
          (subject: any) => reachedBy(subject, facts.namespaces).length > 0,
        );
        if (!reaching || name.startsWith('system:')) {
          continue;
        }
        const neededBy = `${reaching.kind} ${
          reaching.namespace ? `${reaching.namespace}/` : ''
        }${reaching.name}`;
        needs.push({ name, neededBy, object });
        if (
          actionFor(this.kind, name, this.defaultAction) === 'bring' &&
          !facts.clusterRoles.has(object.roleRef.name)
        ) {
          facts.clusterRoles.set(
            object.roleRef.name,
            `ClusterRoleBinding ${name}`,
          );
        }
      }
    }
    return needs;
  },
};
