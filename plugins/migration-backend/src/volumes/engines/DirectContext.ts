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
import { PlanRepository } from '../../repositories/PlanRepository';
import { TransferContext } from '../TransferContext';

/** What the engines with movers on both sides know beside what every engine knows. */
export interface DirectContext extends VolumeCopyContext {
  options: VolumeCopyContext['options'] & { passDeadlineSeconds: number };
  /** Keys are made at the first call. */
  transfer(): Promise<TransferContext>;
  endpoints: EndpointOptions & { ladder: EndpointKind[] };
  repositories: {
    /** The one that the plan names. @throws when it names none */
    ofPlan(): PlanRepository;
    /** Removes what the plan has in any repository, and says in which. @throws ConflictError when one does not answer */
    removeData(): Promise<string[]>;
    /** The plan wants its data to stay. */
    keepsData: boolean;
  };
  /** As kept; the endpoint that was chosen stands in it. */
  volumes(): Promise<VolumeProgress[]>;
}
