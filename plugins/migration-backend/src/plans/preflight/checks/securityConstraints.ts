/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { PreflightCheck } from '@namespace-migration/plugin-migration-node';
import { someOf } from '../refOf';

const constraint = {
  apiVersion: 'security.openshift.io/v1',
  kind: 'SecurityContextConstraints',
};

/** OpenShift says on each pod by which constraint it was admitted. */
export const securityConstraints: PreflightCheck = {
  name: 'SecurityContextConstraints',
  title: "OpenShift's security context constraints",
  appliesTo: type => type === 'full',
  async run({ source, destination, namespaces, planned }) {
    if (!(await destination.findType(constraint.apiVersion, constraint.kind))) {
      return [];
    }
    const users = new Map<string, string[]>();
    for (const { source: namespace } of namespaces) {
      for (const { metadata } of await source.list(
        { apiVersion: 'v1', kind: 'Pod' },
        { namespace },
      )) {
        const name = metadata.annotations?.['openshift.io/scc'];
        if (name) {
          users.set(name, [
            ...(users.get(name) ?? []),
            `${namespace}/${metadata.name}`,
          ]);
        }
      }
    }
    const conditions: Condition[] = [];
    const comes = planned.counts.some(({ kind }) => kind === constraint.kind);
    for (const [name, pods] of users) {
      if (!comes && !(await destination.get({ ...constraint, name }))) {
        conditions.push({
          type: 'SecurityConstraintAbsent',
          category: 'Error',
          message: `Pods ${someOf(
            pods,
          )} run under SecurityContextConstraints ${name}, which cluster ${
            destination.name
          } does not have. Create it there and allow it to their service accounts, or bring it with the plan.`,
          object: { cluster: destination.name, ...constraint, name },
        });
      }
    }
    return conditions;
  },
};
