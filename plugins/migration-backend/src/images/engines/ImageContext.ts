/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyContext } from '@namespace-migration/plugin-migration-node';
import { DirectContext } from '../../volumes/engines/DirectContext';
import { TransferContext } from '../../volumes/TransferContext';

/** What the built-in engines know beside what every engine knows. */
export interface ImageContext extends ImageCopyContext {
  transfer(): Promise<TransferContext>;
  repositories: DirectContext['repositories'];
}
