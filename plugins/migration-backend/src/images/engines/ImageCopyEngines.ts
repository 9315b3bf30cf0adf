/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyEngine } from '@namespace-migration/plugin-migration-node';
import { EnginesByName } from '../../volumes/engines/EnginesByName';
import { ImageContext } from './ImageContext';

/** The image copy engines of this portal, by name. */
export class ImageCopyEngines extends EnginesByName<
  ImageCopyEngine<ImageContext>
> {
  constructor(engines: ImageCopyEngine<ImageContext>[]) {
    super('image copy engine', engines);
  }
}
