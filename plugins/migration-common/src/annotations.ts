/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** On a catalog entity: its namespaces, comma separated. */
export const NAMESPACES_ANNOTATION = 'namespace-migration.io/namespaces';
/** The Kubernetes plugin's annotation, read when ours is absent. */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/** Label of every helper object on a cluster; its value is the migration's id. */
export const MIGRATION_LABEL = 'namespace-migration.io/migration';
export const PLAN_LABEL = 'namespace-migration.io/plan';
export const COMPONENT_LABEL = 'namespace-migration.io/component';
export const VOLUME_LABEL = 'namespace-migration.io/volume';
export const FENCING_TOKEN_LABEL = 'namespace-migration.io/fencing-token';

/** On a quiesced object: the migration and the state to restore, written with the change itself. */
export const QUIESCED_ANNOTATION = 'namespace-migration.io/quiesced';
/** On an object that a plan brought to the destination: the plan's id. */
export const MIGRATED_BY_PLAN_ANNOTATION =
  'namespace-migration.io/migrated-by-plan';

/** The namespaces that an entity's annotations name, without repetitions; empty when it names none. */
export function namespacesOfEntity(entity: {
  metadata: { annotations?: Record<string, string> };
}): string[] {
  const annotations = entity.metadata.annotations ?? {};
  const value =
    annotations[NAMESPACES_ANNOTATION] ??
    annotations[KUBERNETES_NAMESPACE_ANNOTATION] ??
    '';
  return [
    ...new Set(
      value
        .split(',')
        .map(name => name.trim())
        .filter(name => name.length > 0),
    ),
  ];
}
