/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { KubernetesObject } from '../clusters/ClusterClient';

/** Changes objects of every plan on their way, after the built-in rules and before a plan's own transforms. */
export interface ObjectTransformation {
  /** Names it in conditions. */
  name: string;
  /** Empty: every kind. */
  kinds: string[];
  /**
   * The object as the destination shall have it. Pure: called for previews too, and more than once. `original` is the
   * object as it is on the source. Must leave apiVersion, kind, name and namespace as they are.
   * @throws what then stops the plan as a condition TransformFailed
   */
  apply(
    object: KubernetesObject,
    context: {
      original: KubernetesObject;
      /** Source namespace -> destination namespace. */
      namespaces: Record<string, string>;
    },
  ): KubernetesObject;
}

export interface MigrationObjectsExtensionPoint {
  /**
   * Adds transformations behind those that are there.
   * @throws when a name is taken already
   */
  addObjectTransform(...transformations: ObjectTransformation[]): void;
}

export const migrationObjectsExtensionPoint =
  createExtensionPoint<MigrationObjectsExtensionPoint>({
    id: 'migration.objects',
  });
