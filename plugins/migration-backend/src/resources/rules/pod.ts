/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Placement and the injected token belong to the source. */
export const pod: ResourceRule = {
  kinds: ['Pod'],
  apply(object) {
    const { spec } = object;
    delete spec.nodeName;
    delete spec.priority;
    const token = /-token-[a-z0-9]{5}$|^kube-api-access-/;
    const injected = new Set(
      (spec.volumes ?? [])
        .filter((v: any) => token.test(v.name) && (v.secret || v.projected))
        .map((v: any) => v.name),
    );
    spec.volumes = spec.volumes?.filter((v: any) => !injected.has(v.name));
    for (const container of [
      ...(spec.containers ?? []),
      ...(spec.initContainers ?? []),
    ]) {
      container.volumeMounts = container.volumeMounts?.filter(
        (mount: any) => !injected.has(mount.name),
      );
    }
    delete spec.ephemeralContainers;
    return object;
  },
};
