/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EndpointKind,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { VolumeCopyContext } from '@namespace-migration/plugin-migration-node';
import { EndpointOptions } from '../endpoints/Endpoint';
import { TransferContext } from '../TransferContext';

/** What the engines with movers on both sides know beside what every engine knows. */
export interface DirectContext extends VolumeCopyContext {
  /** Keys are made at the first call. */
  transfer(): Promise<TransferContext>;
  endpoints: EndpointOptions & { ladder: EndpointKind[] };
  /** As kept; the endpoint that was chosen stands in it. */
  volumes(): Promise<VolumeProgress[]>;
}
