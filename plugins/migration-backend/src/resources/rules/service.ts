/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Written by OpenShift's service CA, with the names of the source's certificate. */
const signedAnnotations = [
  'service.beta.openshift.io/serving-cert-signed-by',
  'service.alpha.openshift.io/serving-cert-signed-by',
];

/** Addresses and node ports are the cluster's to give, but by choice; a headless Service stays headless (Velero's rule). */
export const service: ResourceRule = {
  kinds: ['Service'],
  apply(object, { selection }) {
    const { spec } = object;
    if (spec.clusterIP !== 'None' && !selection?.preserveClusterIPs) {
      delete spec.clusterIP;
      delete spec.clusterIPs;
    }
    delete spec.ipFamilies;
    delete spec.ipFamily;
    if (!selection?.preserveNodePorts) {
      delete spec.healthCheckNodePort;
      for (const port of spec.ports ?? []) {
        delete port.nodePort;
      }
    }
    for (const annotation of signedAnnotations) {
      delete object.metadata.annotations?.[annotation];
    }
    return object;
  },
};
