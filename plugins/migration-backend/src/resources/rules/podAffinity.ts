/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { podKinds, podSpecOf } from '../podSpecOf';
import { renameInSelector } from './namespaceSelector';
import { ResourceRule } from './ResourceRule';

/** Affinity may name the namespaces of the pods that it means. */
export const podAffinity: ResourceRule = {
  kinds: podKinds,
  apply(object, { namespaces }) {
    const affinity = podSpecOf(object)?.affinity;
    for (const side of [affinity?.podAffinity, affinity?.podAntiAffinity]) {
      for (const term of [
        ...(side?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
        ...(side?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
          (preferred: any) => preferred.podAffinityTerm,
        ),
      ]) {
        if (term.namespaces) {
          term.namespaces = term.namespaces.map(
            (name: string) => namespaces[name] ?? name,
          );
        }
        renameInSelector(term.namespaceSelector, namespaces);
      }
    }
    return object;
  },
};
