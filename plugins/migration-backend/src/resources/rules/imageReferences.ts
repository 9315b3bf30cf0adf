/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { buildReferencesIn } from '../../images/imagesIn';
import { imagePlacesIn, podSpecsIn } from '../../images/podSpecsIn';
import { rewriteOf } from '../../images/rewrites';
import { ResourceRule } from './ResourceRule';

/** Images that are copied are named at their target: by digest where they run, by tag where a build pushes them. */
export const imageReferences: ResourceRule = {
  kinds: [],
  apply(object, { images, pullSecret }) {
    if (!images) {
      return object;
    }
    for (const spec of podSpecsIn(object)) {
      let rewritten = false;
      for (const { holder, field } of imagePlacesIn(spec)) {
        const rewrite = rewriteOf(holder[field], images);
        if (rewrite) {
          holder[field] = rewrite.pinned;
          rewritten = true;
        }
      }
      if (rewritten && pullSecret) {
        const named: Array<{ name: string }> = spec.imagePullSecrets ?? [];
        spec.imagePullSecrets = named.some(({ name }) => name === pullSecret)
          ? named
          : [...named, { name: pullSecret }];
      }
    }
    if (object.kind === 'BuildConfig' || object.kind === 'Build') {
      for (const { holder, isOutput } of buildReferencesIn(object)) {
        const rewrite = rewriteOf(holder.name, images);
        holder.name =
          (isOutput ? rewrite?.tagged : rewrite?.pinned) ?? holder.name;
      }
    }
    return object;
  },
};
