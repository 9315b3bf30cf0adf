/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
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
    const kind = workloadKinds.find(
      other =>
        other.kind === object.kind && isOfGroup(object, other.apiVersions),
    );
    return kind ? merge(object, kind.quiescePatch(object)) : object;
  },
};

/** Another operator's kind of that name was not stopped on the source, and nobody would start it again. */
function isOfGroup(
  { apiVersion }: KubernetesObject,
  apiVersions: string[],
): boolean {
  const groupOf = (version: string) =>
    version.includes('/') ? version.split('/')[0] : '';
  const group = groupOf(apiVersion);
  // built-in kinds moved between groups without a dot; a custom one has a dot
  return !group.includes('.') || apiVersions.map(groupOf).includes(group);
}
