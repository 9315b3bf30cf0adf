/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClosureKind, Need } from './ClosureKind';
import { addConstraintsOf } from './namespaceFacts';

/** OpenShift's roles that let their subjects use security context constraints of that name. */
const constraintsRole = /^system:openshift:scc:(.+)$/;

export const clusterRole: ClosureKind = {
  kind: 'ClusterRole',
  apiVersions: ['rbac.authorization.k8s.io/v1'],
  defaultAction: 'bring',
  neededWhere:
    "named by RoleBindings of the namespaces and by ClusterRoleBindings that are brought. The cluster's own (system:, and admin, edit, view and the like) never",
  async find({ source, facts }) {
    const needs: Need[] = [];
    for (const [name, neededBy] of facts.clusterRoles) {
      const constraints = constraintsRole.exec(name)?.[1];
      if (constraints && !facts.securityContextConstraints.has(constraints)) {
        facts.securityContextConstraints.set(constraints, neededBy);
      }
      if (name.startsWith('system:')) {
        continue;
      }
      const object = await source.get({
        apiVersion: this.apiVersions[0],
        kind: this.kind,
        name,
      });
      if (object) {
        addConstraintsOf(object, `ClusterRole ${name}`, facts);
      }
      if (object && !object.metadata.labels?.['kubernetes.io/bootstrapping']) {
        needs.push({ name, neededBy, object });
      }
    }
    return needs;
  },
};
