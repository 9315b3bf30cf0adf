/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** What was imported is told in the status, and found again by an import; crane's rule. */
export const imageStream: ResourceRule = {
  kinds: ['ImageStream'],
  apply(object, { namespaces }) {
    delete object.metadata.annotations?.[
      'openshift.io/image.dockerRepositoryCheck'
    ];
    for (const tag of object.spec?.tags ?? []) {
      delete tag.generation;
      if (tag.from?.namespace && namespaces[tag.from.namespace]) {
        tag.from.namespace = namespaces[tag.from.namespace];
      }
    }
    return object;
  },
};
