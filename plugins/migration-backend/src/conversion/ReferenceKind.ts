/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { ConvertedClaims } from './ConvertedClaims';

/** How the references to claims of one kind of workload are swapped. */
export interface ReferenceKind {
  kind: string;
  /** The pod's spec in an object of this kind. */
  podSpecOf(object: any): any;
  /**
   * A merge patch that gives a live object the references of `wanted`; undefined where the API permits no change, and
   * the object must be made anew.
   */
  patchOf?(wanted: KubernetesObject): object;
  /** Deleting it for that: whether its pods stay. They have all ended. */
  propagation?: 'Orphan' | 'Background';
  /** More than the pod's volumes: what else of the object names the claims. */
  swapMore?(
    object: KubernetesObject,
    claims: ConvertedClaims,
    suffix: string,
  ): void;
}
