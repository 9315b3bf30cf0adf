/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { subjectsOf } from '../closure/subjects';
import { ResourceRule } from './ResourceRule';

/** Others of its subjects are not this plan's to grant anything to. Comes before the rename. */
export const clusterRoleBinding: ResourceRule = {
  kinds: ['ClusterRoleBinding'],
  apply(object, { namespaces }) {
    object.subjects = subjectsOf(
      object.subjects ?? [],
      Object.keys(namespaces),
    );
    return object;
  },
};
