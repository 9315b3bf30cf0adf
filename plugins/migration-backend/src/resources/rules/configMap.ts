/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** OpenShift's service CA writes its bundle into a ConfigMap that asks for it. */
export const configMap: ResourceRule = {
  kinds: ['ConfigMap'],
  apply(object) {
    if (
      object.metadata.annotations?.[
        'service.beta.openshift.io/inject-cabundle'
      ] === 'true'
    ) {
      delete object.data?.['service-ca.crt'];
      if (object.data && Object.keys(object.data).length === 0) {
        // an empty map would be written anew by each apply
        delete object.data;
      }
    }
    return object;
  },
};
