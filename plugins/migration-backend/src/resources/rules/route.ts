/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hostBy } from './hosts';
import { ResourceRule } from './ResourceRule';

const GENERATED = 'openshift.io/host.generated';

/** A host that the source's router made up is made up anew; one of a person follows the plan's rules. */
export const route: ResourceRule = {
  kinds: ['Route'],
  apply(object, { selection }) {
    const { annotations } = object.metadata;
    if (annotations?.[GENERATED] === 'true') {
      delete annotations[GENERATED];
      if (Object.keys(annotations).length === 0) {
        delete object.metadata.annotations;
      }
      delete object.spec.host;
    } else if (object.spec?.host) {
      object.spec.host = hostBy(selection?.hosts, object.spec.host);
      if (!object.spec.host) {
        delete object.spec.host;
      }
    }
    return object;
  },
};
