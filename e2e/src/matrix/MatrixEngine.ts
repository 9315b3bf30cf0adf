/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LocalCluster } from '@namespace-migration/local-clusters';
import {
  PlanInput,
  VolumeSelection,
} from '@namespace-migration/plugin-migration-common';
import { TestBed } from '../testBed';

/** A copy engine as a column of the matrix. */
export interface MatrixEngine {
  name: string;
  volumeMode: 'Filesystem' | 'Block';
  storageClass: string;
  accessModes: string[];
  /** What the plan says of a claim for this engine. */
  selection: Partial<VolumeSelection>;
  /** What the whole plan says for it. */
  plan?: Partial<PlanInput>;
  /** Whether a stage leaves a copy on the destination that can be looked at. */
  staged: boolean;
  /** Both clusters mount one volume: there is no second copy. */
  shared?: boolean;
  /** Where this machine sees the volume, when it is not a directory or device of the local provisioner. */
  pathOf?(
    bed: TestBed,
    cluster: LocalCluster,
    namespace: string,
    claim: string,
  ): Promise<string>;
  /** Whatever must be there before claims are made, for example volumes that nobody provisions. */
  prepare?(bed: TestBed, claims: string[]): Promise<void>;
  cleanUp?(bed: TestBed): Promise<void>;
}
