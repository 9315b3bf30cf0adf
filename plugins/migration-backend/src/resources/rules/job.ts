/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

const generatedLabels = [
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'job-name',
  'batch.kubernetes.io/job-name',
];

/** A Job's selector holds its uid, which the destination gives anew. */
export const job: ResourceRule = {
  kinds: ['Job'],
  apply(object) {
    if (!object.spec.manualSelector) {
      delete object.spec.selector;
      for (const labels of [
        object.metadata.labels,
        object.spec.template?.metadata?.labels,
      ]) {
        for (const label of generatedLabels) {
          delete labels?.[label];
        }
      }
    }
    return object;
  },
};
