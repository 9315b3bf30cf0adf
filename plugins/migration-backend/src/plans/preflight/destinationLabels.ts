/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreflightContext } from '@namespace-migration/plugin-migration-node';

/** Labels of a destination namespace, or those that it will get from its source. */
export async function destinationLabels(
  { source, destination }: PreflightContext,
  mapping: { source: string; destination: string },
): Promise<Record<string, string>> {
  const namespace = { apiVersion: 'v1', kind: 'Namespace' };
  const there =
    (await destination.get({ ...namespace, name: mapping.destination })) ??
    (await source.get({ ...namespace, name: mapping.source }));
  return {
    ...there?.metadata.labels,
    'kubernetes.io/metadata.name': mapping.destination,
  };
}
