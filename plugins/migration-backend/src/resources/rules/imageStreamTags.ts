/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import cloneDeep from 'lodash/cloneDeep';
import { parseImage } from '../../images/imageReference';
import { isInternalRegistry } from '../../images/mapImage';
import { rewriteOf } from '../../images/rewrites';
import { ResourceRule } from './ResourceRule';

/**
 * Tags of images that are copied follow them. A tag that was pushed is only in the status, which stays behind: it is
 * made one that follows the copy. In the destination's own registry the copy itself makes the tag.
 */
export const imageStreamTags: ResourceRule = {
  kinds: ['ImageStream'],
  apply(original, { images }) {
    if (!images) {
      return original;
    }
    const object = cloneDeep(original);
    const tags: any[] = object.spec?.tags ?? [];
    for (const { from } of tags) {
      if (from?.kind === 'DockerImage') {
        from.name = rewriteOf(from.name, images)?.pinned ?? from.name;
      }
    }
    for (const { tag, items } of object.status?.tags ?? []) {
      const rewrite = rewriteOf(
        items?.[0]?.dockerImageReference ?? '',
        images,
        tag,
      );
      if (
        rewrite &&
        !isInternalRegistry(parseImage(rewrite.pinned)!.registry) &&
        !tags.some(({ name }) => name === tag)
      ) {
        tags.push({
          name: tag,
          from: { kind: 'DockerImage', name: rewrite.pinned },
          referencePolicy: { type: 'Source' },
        });
      }
    }
    if (tags.length > 0) {
      object.spec = { ...object.spec, tags };
    }
    return object;
  },
};
