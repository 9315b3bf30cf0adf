/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hostBy } from './hosts';
import { ResourceRule } from './ResourceRule';

export const ingress: ResourceRule = {
  kinds: ['Ingress'],
  apply(object, { selection }) {
    const { spec } = object;
    for (const rule of spec?.rules ?? []) {
      if (rule.host) {
        rule.host = hostBy(selection?.hosts, rule.host);
        if (!rule.host) {
          delete rule.host;
        }
      }
    }
    for (const tls of spec?.tls ?? []) {
      tls.hosts = tls.hosts
        ?.map((host: string) => hostBy(selection?.hosts, host))
        .filter((host: string) => host !== '');
      if (!tls.hosts?.length) {
        delete tls.hosts;
      }
    }
    return object;
  },
};
