/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClosureKind, Need, servedVersionOf } from './ClosureKind';
import { groupsOf, usersOf } from './subjects';

/** Those that every OpenShift has. */
const builtIn = [
  'anyuid',
  'hostaccess',
  'hostmount-anyuid',
  'hostnetwork',
  'hostnetwork-v2',
  'machine-api-termination-handler',
  'node-exporter',
  'nonroot',
  'nonroot-v2',
  'privileged',
  'restricted',
  'restricted-v2',
];

export const securityContextConstraints: ClosureKind = {
  kind: 'SecurityContextConstraints',
  apiVersions: ['security.openshift.io/v1'],
  defaultAction: 'bring',
  neededWhere:
    'name service accounts of the namespaces in users or groups, or are named by a role that comes or by system:openshift:scc:*; brought with these users and groups alone, renamed. Those of OpenShift itself are required',
  async find({ source, destination, facts }) {
    const needs: Need[] = [];
    const apiVersion = await servedVersionOf(source, this);
    if (!apiVersion || !facts.withServiceAccounts) {
      return needs;
    }
    // on a cluster that is no OpenShift there is nothing that they could allow
    const honoured = await servedVersionOf(destination, this);
    for await (const page of source.listPages({
      apiVersion,
      kind: this.kind,
    })) {
      for (const object of page) {
        const { name } = object.metadata;
        const reaching = [
          ...usersOf(object.users ?? [], facts.namespaces),
          ...groupsOf(object.groups ?? [], facts.namespaces),
        ];
        const neededBy =
          reaching[0] ?? facts.securityContextConstraints.get(name);
        if (!neededBy) {
          continue;
        }
        const given = builtIn.includes(name);
        let action: Need['action'];
        if (!honoured) {
          action = 'ignore';
        } else if (given) {
          action = 'require';
        }
        needs.push({ name, neededBy, object, action });
      }
    }
    return needs;
  },
  /** One of OpenShift's own must also name the service accounts that it names on the source. */
  async isMet(need, { destination, facts, rewrite }) {
    const apiVersion = await servedVersionOf(destination, this);
    const present =
      apiVersion &&
      (await destination.get({ apiVersion, kind: this.kind, name: need.name }));
    if (!present) {
      return false;
    }
    return usersOf(need.object?.users ?? [], facts.namespaces)
      .map(user => {
        const [system, kind, namespace, name] = user.split(':');
        return [system, kind, rewrite.namespaces[namespace], name].join(':');
      })
      .every(user => (present.users ?? []).includes(user));
  },
};
