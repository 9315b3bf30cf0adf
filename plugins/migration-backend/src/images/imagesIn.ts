/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { imagePlacesIn, podSpecsIn } from './podSpecsIn';
import { parseImage } from './imageReference';

/** One image that an object names. */
export interface NamedImage {
  /** As it is written there. */
  written: string;
  /** A build makes it, so that it need not be there yet. */
  built?: boolean;
  /** Where an ImageStream keeps it under a tag that its name does not tell. */
  tag?: string;
}

/** Every image that an object names, the same one more than once if it does. `history`: of an ImageStream's tags. */
export function imagesIn(object: KubernetesObject, history = 0): NamedImage[] {
  switch (object.kind) {
    case 'ImageStream':
      return ofImageStream(object, history);
    case 'BuildConfig':
    case 'Build':
      return buildReferencesIn(object).map(({ name, isOutput }) => ({
        written: name,
        ...(isOutput && { built: true }),
      }));
    default:
      return podSpecsIn(object)
        .flatMap(imagePlacesIn)
        .map(({ holder, field }) => ({ written: holder[field] }));
  }
}

/** An image that a tag follows from outside, and what was pushed or imported under it, newest first. */
function ofImageStream(
  { spec, status }: KubernetesObject,
  history: number,
): NamedImage[] {
  const followed = (spec?.tags ?? [])
    .filter((tag: any) => tag.from?.kind === 'DockerImage')
    .map((tag: any) => ({ written: tag.from.name }));
  const kept = (status?.tags ?? []).flatMap(({ tag, items }: any) =>
    (items ?? []).slice(0, history + 1).map((item: any, age: number) => ({
      written: item.dockerImageReference,
      // the older ones have no tag any more
      ...(age === 0 && { tag }),
    })),
  );
  return [...followed, ...kept].filter(
    ({ written }) => typeof written === 'string' && written !== '',
  );
}

/** References of a build to images outside of image streams. */
export function buildReferencesIn({
  spec,
}: KubernetesObject): Array<{ name: string; holder: any; isOutput: boolean }> {
  const inputs = [
    ...Object.values(spec?.strategy ?? {}).map((s: any) => s?.from),
    ...(spec?.source?.images ?? []).map((image: any) => image.from),
  ];
  return [
    ...inputs.map(holder => ({ holder, isOutput: false })),
    { holder: spec?.output?.to, isOutput: true },
  ]
    .filter(
      ({ holder }) => holder?.kind === 'DockerImage' && parseImage(holder.name),
    )
    .map(({ holder, isOutput }) => ({ name: holder.name, holder, isOutput }));
}
