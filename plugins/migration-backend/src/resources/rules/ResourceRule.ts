/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ObjectSelection,
  ObjectTransform,
} from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { ImageRewrite } from '../../images/rewrites';

export interface RewriteContext {
  /** Source namespace -> destination namespace. */
  namespaces: Record<string, string>;
  /** Source storage class -> destination storage class. */
  storageClasses: Record<string, string>;
  /** `namespace/claim` on the source -> claim on the destination. */
  claims: Record<string, string>;
  /** Of the images that are copied, by full reference; absent when none are. */
  images?: Record<string, ImageRewrite>;
  /** Added to pods whose images are rewritten. */
  pullSecret?: string;
  /** What the plan chose for objects on their way. */
  selection?: Pick<
    ObjectSelection,
    'preserveNodePorts' | 'preserveClusterIPs' | 'hosts'
  >;
  /** The plan's own changes, after every rule. */
  transforms?: ObjectTransform[];
}

/** What must be taken off or rewritten before an object of these kinds is applied elsewhere. Pure. */
export interface ResourceRule {
  /** Empty: every kind. */
  kinds: string[];
  apply(object: KubernetesObject, context: RewriteContext): KubernetesObject;
}
