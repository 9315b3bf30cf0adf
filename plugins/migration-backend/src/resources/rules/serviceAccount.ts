/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Token Secrets are made anew by the destination; listing the source's would name what is not there. */
export const serviceAccount: ResourceRule = {
  kinds: ['ServiceAccount'],
  apply(object) {
    const generated = new RegExp(`^${object.metadata.name}-(token|dockercfg)-`);
    const keep = (list?: Array<{ name: string }>) =>
      list?.filter(({ name }) => !generated.test(name));
    object.secrets = keep(object.secrets);
    object.imagePullSecrets = keep(object.imagePullSecrets);
    for (const field of ['secrets', 'imagePullSecrets']) {
      if (!object[field]?.length) {
        delete object[field];
      }
    }
    return object;
  },
};
