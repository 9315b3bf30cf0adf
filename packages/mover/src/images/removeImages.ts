/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  MoverOutcome,
  RemoveImagesConfig,
} from '@namespace-migration/plugin-migration-common';
import { Output } from '../output';
import { eachImage } from './eachImage';
import { Registries } from './Registries';

/** Deletes the root manifests; the registry's own collection of garbage takes what nothing names any more. */
export async function removeImages(
  config: RemoveImagesConfig,
  output: Output,
  signal: AbortSignal,
): Promise<MoverOutcome> {
  const registries = new Registries(config.accesses);
  const remove = async ({ image, target }: ImageJob) => {
    const there = await registries
      .client(target!)
      .deleteManifest(image, target!.repository, target!.digest!);
    const manifests = there ? 1 : 0;
    output.send({ type: 'image', image, event: 'removed', manifests });
  };
  try {
    return await eachImage(config, output, signal, remove);
  } finally {
    registries.close();
  }
}
