/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Addresses that a person wrote: pods and nodes that they may name are the source's. */
export const endpoints: ResourceRule = {
  kinds: ['Endpoints', 'EndpointSlice'],
  apply(object) {
    const addresses = [
      ...(object.subsets ?? []).flatMap((subset: any) => [
        ...(subset.addresses ?? []),
        ...(subset.notReadyAddresses ?? []),
      ]),
      ...(object.endpoints ?? []),
    ];
    for (const address of addresses) {
      delete address.nodeName;
      delete address.targetRef;
    }
    delete object.metadata.annotations?.[
      'endpoints.kubernetes.io/last-change-trigger-time'
    ];
    return object;
  },
};
