/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { groupsOf, usersOf } from '../closure/subjects';
import { ResourceRule } from './ResourceRule';

/** Users and groups are names of service accounts with their namespace in it; others' are left out. */
export const securityContextConstraints: ResourceRule = {
  kinds: ['SecurityContextConstraints'],
  apply(object, { namespaces }) {
    const own = Object.keys(namespaces);
    const renamed = (name: string) =>
      name.replace(
        /^(system:serviceaccounts?:)([^:]+)/,
        (_all, prefix, namespace) =>
          `${prefix}${namespaces[namespace] ?? namespace}`,
      );
    object.users = usersOf(object.users ?? [], own).map(renamed);
    object.groups = groupsOf(object.groups ?? [], own).map(renamed);
    return object;
  },
};
