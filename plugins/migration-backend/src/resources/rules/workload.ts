/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import merge from 'lodash/merge';
import { workloadKinds } from '../../quiesce';
import { ResourceRule } from './ResourceRule';

/**
 * A workload arrives stopped, whatever it is on the source at that moment: somebody may have started it again since
 * it was quiesced, and two live copies must never be (invariant 2).
 */
export const workload: ResourceRule = {
  kinds: workloadKinds.map(({ kind }) => kind),
  apply(object) {
    const kind = workloadKinds.find(other => other.kind === object.kind)!;
    return merge(object, kind.quiescePatch(object));
  },
};
