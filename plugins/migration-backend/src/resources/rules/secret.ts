/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

const tokenKeys = ['token', 'ca.crt', 'namespace', 'service-ca.crt'];

/** A token that a person asked for is the source's: the destination's controller fills the Secret with one of its own. */
export const secret: ResourceRule = {
  kinds: ['Secret'],
  apply(object) {
    if (object.type === 'kubernetes.io/service-account-token') {
      delete object.metadata.annotations?.['kubernetes.io/service-account.uid'];
      for (const key of tokenKeys) {
        delete object.data?.[key];
      }
      if (object.data && Object.keys(object.data).length === 0) {
        delete object.data;
      }
    }
    return object;
  },
};
