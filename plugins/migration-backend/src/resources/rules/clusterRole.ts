/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** The rules of an aggregated role are written by a controller of the destination. */
export const clusterRole: ResourceRule = {
  kinds: ['ClusterRole'],
  apply(object) {
    if (object.aggregationRule) {
      delete object.rules;
    }
    return object;
  },
};
