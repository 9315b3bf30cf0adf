/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageSelection } from '@namespace-migration/plugin-migration-common';
import { StepProps } from './StepProps';

/** What each part of the step for images gets. */
export interface ImagesProps extends Pick<StepProps, 'errors'> {
  images: ImageSelection;
  onImages(change: Partial<ImageSelection>): void;
}
