/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { podKinds, podSpecOf } from '../podSpecOf';
import { ResourceRule } from './ResourceRule';

/** Claims that have another name on the destination, in everything that has a pod template. */
export const claimReferences: ResourceRule = {
  kinds: podKinds,
  apply(object, { claims, namespaces }) {
    const source =
      Object.keys(namespaces).find(
        name => namespaces[name] === object.metadata.namespace,
      ) ?? object.metadata.namespace;
    const spec = podSpecOf(object);
    for (const volume of spec?.volumes ?? []) {
      const renamed =
        volume.persistentVolumeClaim &&
        claims[`${source}/${volume.persistentVolumeClaim.claimName}`];
      if (renamed) {
        volume.persistentVolumeClaim.claimName = renamed;
      }
    }
    return object;
  },
};
