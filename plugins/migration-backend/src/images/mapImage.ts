/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageRule } from '@namespace-migration/plugin-migration-common';
import { ImageReference, isRegistry } from './imageReference';

/** Of OpenShift 4; the mover of the destination reaches it under this name. */
export const internalRegistry =
  'image-registry.openshift-image-registry.svc:5000';

/** OpenShift's own registry under the names that it has inside its cluster, those of OpenShift 3 too. */
const internal =
  /^(?:image-registry\.openshift-image-registry|docker-registry\.default)\.svc(?:\.cluster\.local)?(?::\d+)?$/;

export const isInternalRegistry = (registry: string) => internal.test(registry);

export interface ImageMapping {
  rule: ImageRule;
  /** With the tag of the source, if there is one, and without a digest. */
  target: ImageReference;
}

/**
 * Where an image is copied to: by the first rule that matches, else not at all. In OpenShift's registry the first
 * element of a repository is a namespace, and follows its rename.
 */
export function mapImage(
  image: ImageReference,
  rules: ImageRule[] | undefined,
  namespaces: Record<string, string>,
): ImageMapping | undefined {
  for (const rule of rules ?? defaultRules(image)) {
    const rest = restAfter(`${image.registry}/${image.repository}`, rule.from);
    if (rest !== undefined) {
      const [registry, ...path] = `${rule.to.replace(/\/+$/, '')}${rest}`.split(
        '/',
      );
      if (isInternalRegistry(registry) && path.length > 1) {
        path[0] = namespaces[path[0]] ?? path[0];
      }
      const repository = path.join('/');
      const stays =
        registry === image.registry && repository === image.repository;
      return stays
        ? undefined
        : { rule, target: { registry, repository, tag: image.tag } };
    }
  }
  return undefined;
}

function defaultRules({ registry }: ImageReference): ImageRule[] {
  return isInternalRegistry(registry)
    ? [{ from: registry, to: internalRegistry }]
    : [];
}

/** What follows a beginning of whole path elements. */
function restAfter(name: string, from: string): string | undefined {
  const beginning = from
    .replace(/\/+$/, '')
    .replace(/^index\.docker\.io(?=\/|$)/, 'docker.io');
  return name === beginning
    ? ''
    : name.startsWith(`${beginning}/`)
    ? name.slice(beginning.length)
    : undefined;
}

/** Why a rule's part is none; undefined for a good one. */
export function whyNoPrefix(prefix: string): string | undefined {
  const [registry, ...path] = prefix.replace(/\/+$/, '').split('/');
  if (!isRegistry(registry)) {
    return `'${prefix}' does not begin with a registry: write host or host:port, and docker.io for Docker Hub`;
  }
  return /^[A-Za-z0-9.:[\]-]+$/.test(registry) &&
    path.every(element => /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(element))
    ? undefined
    : `'${prefix}' is no beginning of an image's name: leave tag, digest and scheme out`;
}
