/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageSelection,
  PlannedImage,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { formatImage, parseImage } from './imageReference';
import { imagesIn } from './imagesIn';
import { mapImage } from './mapImage';

/** Users of one image that are named; an image of a thousand workloads needs no longer list. */
const USERS = 20;

/** Gathers the images that objects of the source use, each once. Page by page: it keeps names only. */
export class PlannedImages {
  private readonly images = new Map<string, PlannedImage>();

  constructor(
    private readonly selection: ImageSelection,
    /** Source namespace -> destination namespace. */
    private readonly namespaces: Record<string, string>,
  ) {}

  add(object: KubernetesObject): void {
    const { kind, metadata } = object;
    const user = `${kind} ${metadata.namespace}/${metadata.name}`;
    const { imageStreamHistory, rules } = this.selection;
    for (const named of imagesIn(object, imageStreamHistory)) {
      const image = parseImage(named.written);
      if (!image) {
        // what a controller fills in later, or a typing error: the pod will say so
        continue;
      }
      image.tag ??= named.tag;
      const reference = formatImage(image);
      const known = this.images.get(reference);
      const mapping = mapImage(image, rules, this.namespaces);
      const planned: PlannedImage = known ?? {
        reference,
        usedBy: [],
        ...(mapping && {
          rule: mapping.rule,
          target: formatImage(mapping.target),
        }),
        optional: true,
      };
      if (!planned.usedBy.includes(user) && planned.usedBy.length < USERS) {
        planned.usedBy.push(user);
      }
      if (!named.built) {
        delete planned.optional;
      }
      this.images.set(reference, planned);
    }
  }

  /** By name. */
  all(): PlannedImage[] {
    return [...this.images.values()].sort((a, b) =>
      a.reference < b.reference ? -1 : 1,
    );
  }
}
