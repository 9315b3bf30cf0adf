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
      const group = /^(system:serviceaccounts?:)([^:]+)(:.*)?$/.exec(
        subject.name ?? '',
      );
      const renamed = group && namespaces[group[2]];
      if (subject.kind !== 'ServiceAccount' && renamed) {
        subject.name = `${group[1]}${renamed}${group[3] ?? ''}`;
      }
    }
    return object;
  },
};
