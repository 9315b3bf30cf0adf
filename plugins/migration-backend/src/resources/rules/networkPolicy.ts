/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { renameInSelector } from './namespaceSelector';
import { ResourceRule } from './ResourceRule';

/** Selectors of namespaces by the label that holds their name follow a rename. */
export const networkPolicy: ResourceRule = {
  kinds: ['NetworkPolicy'],
  apply(object, { namespaces }) {
    for (const rule of [
      ...(object.spec?.ingress ?? []),
      ...(object.spec?.egress ?? []),
    ]) {
      for (const peer of [...(rule.from ?? []), ...(rule.to ?? [])]) {
        renameInSelector(peer.namespaceSelector, namespaces);
      }
    }
    return object;
  },
};
