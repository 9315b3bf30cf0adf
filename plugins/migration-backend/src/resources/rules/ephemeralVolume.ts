/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { podKinds, podSpecOf } from '../podSpecOf';
import { ResourceRule } from './ResourceRule';

/** The claims of ephemeral volumes name storage classes as well. */
export const ephemeralVolume: ResourceRule = {
  kinds: podKinds,
  apply(object, { storageClasses }) {
    for (const { ephemeral } of podSpecOf(object)?.volumes ?? []) {
      const spec = ephemeral?.volumeClaimTemplate?.spec;
      if (spec?.storageClassName && storageClasses[spec.storageClassName]) {
        spec.storageClassName = storageClasses[spec.storageClassName];
      }
    }
    return object;
  },
};
