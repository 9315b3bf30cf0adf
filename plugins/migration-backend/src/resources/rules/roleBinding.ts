/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Subjects name their namespace; a rename must reach them. */
export const roleBinding: ResourceRule = {
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  apply(object, { namespaces }) {
    for (const subject of object.subjects ?? []) {
      if (subject.namespace && namespaces[subject.namespace]) {
        subject.namespace = namespaces[subject.namespace];
      }
      const account = /^system:serviceaccounts?:([^:]+)(:.*)?$/.exec(
        subject.name ?? '',
      );
      if (
        subject.kind !== 'ServiceAccount' &&
        account &&
        namespaces[account[1]]
      ) {
        subject.name = subject.name.replace(
          `:${account[1]}`,
          `:${namespaces[account[1]]}`,
        );
      }
    }
    return object;
  },
};
