/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** The images that triggers have seen are the source's; references to image streams follow a rename. */
export const buildConfig: ResourceRule = {
  kinds: ['BuildConfig'],
  apply(object, { namespaces }) {
    const { spec } = object;
    for (const { imageChange } of spec?.triggers ?? []) {
      delete imageChange?.lastTriggeredImageID;
    }
    const references = [
      ...(spec?.triggers ?? []).map((t: any) => t.imageChange?.from),
      ...Object.values(spec?.strategy ?? {}).map((s: any) => s?.from),
      ...(spec?.source?.images ?? []).map((image: any) => image.from),
      spec?.output?.to,
    ];
    for (const reference of references) {
      if (reference?.namespace && namespaces[reference.namespace]) {
        reference.namespace = namespaces[reference.namespace];
      }
    }
    return object;
  },
};
