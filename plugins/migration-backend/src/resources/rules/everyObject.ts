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
    delete object.status;
    const { namespace } = object.metadata;
    if (namespace) {
      object.metadata.namespace = context.namespaces[namespace] ?? namespace;
    }
    return object;
  },
};
