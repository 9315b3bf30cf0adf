/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Where autoscaling/v1 keeps what newer versions have in `status`; the destination's controller writes its own. */
const statusAnnotations = [
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
];

export const horizontalPodAutoscaler: ResourceRule = {
  kinds: ['HorizontalPodAutoscaler'],
  apply(object) {
    for (const annotation of statusAnnotations) {
      delete object.metadata.annotations?.[annotation];
    }
    return object;
  },
};
