/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { QUIESCED_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import cloneDeep from 'lodash/cloneDeep';
import { ResourceRule } from './ResourceRule';

const serverFields = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'managedFields',
  'ownerReferences',
  'generateName',
];
const droppedAnnotations = [
  QUIESCED_ANNOTATION,
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
];
/** Put there by controllers of the cluster, which do so again where they run and would never take off those of another. */
const givenFinalizers = [
  'foregroundDeletion',
  'orphan',
  'kubernetes.io/pvc-protection',
  'kubernetes.io/pv-protection',
  'service.kubernetes.io/load-balancer-cleanup',
  'customresourcecleanup.apiextensions.k8s.io',
  'batch.kubernetes.io/job-tracking',
];

/** What belongs to the source's API server and not to the object. */
export const everyObject: ResourceRule = {
  kinds: [],
  apply(original, context) {
    const object = cloneDeep(original);
    for (const field of serverFields) {
      delete object.metadata[field];
    }
    for (const annotation of droppedAnnotations) {
      delete object.metadata.annotations?.[annotation];
    }
    if (
      object.metadata.annotations &&
      Object.keys(object.metadata.annotations).length === 0
    ) {
      delete object.metadata.annotations;
    }
    if (object.metadata.finalizers) {
      object.metadata.finalizers = object.metadata.finalizers.filter(
        finalizer => !givenFinalizers.includes(finalizer),
      );
      if (object.metadata.finalizers.length === 0) {
        delete object.metadata.finalizers;
      }
    }
    delete object.status;
    const { namespace } = object.metadata;
    if (namespace) {
      object.metadata.namespace = context.namespaces[namespace] ?? namespace;
    }
    return object;
  },
};
