/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageJob } from '@namespace-migration/plugin-migration-common';
import { ImageTree } from './imageTree';
import { Transfer } from './nextTransfer';

/** An image on its way. */
export interface ImageTransfer extends Transfer {
  job: ImageJob;
  tree: ImageTree;
  /** Signatures and others that refer to it, see `attachedTo`. */
  attached: string[];
}
