/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Addresses and node ports are the cluster's to give; a headless Service stays headless (Velero's rule). */
export const service: ResourceRule = {
  kinds: ['Service'],
  apply(object) {
    const { spec } = object;
    if (spec.clusterIP !== 'None') {
      delete spec.clusterIP;
      delete spec.clusterIPs;
    }
    delete spec.ipFamilies;
    delete spec.ipFamily;
    delete spec.healthCheckNodePort;
    for (const port of spec.ports ?? []) {
      delete port.nodePort;
    }
    return object;
  },
};
