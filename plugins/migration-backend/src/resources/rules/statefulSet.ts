/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Templates name storage classes too, and are what a later scale-up uses. */
export const statefulSet: ResourceRule = {
  kinds: ['StatefulSet'],
  apply(object, { storageClasses }) {
    for (const template of object.spec.volumeClaimTemplates ?? []) {
      const { storageClassName } = template.spec;
      if (storageClassName && storageClasses[storageClassName]) {
        template.spec.storageClassName = storageClasses[storageClassName];
      }
      delete template.status;
      delete template.metadata.creationTimestamp;
    }
    return object;
  },
};
