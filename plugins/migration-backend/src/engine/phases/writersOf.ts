/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { remainingPods } from '../../quiesce/quiesceNamespace';
import { PhaseContext } from '../Phase';

/**
 * Pods of the source's namespaces that could still write to what is copied. Whatever is in a namespace that we stopped;
 * where the plan leaves the stopping to others (`quiesce: false`), those that mount a volume of the plan.
 */
export async function writersOf({
  namespaces,
  source,
  plan,
  options,
}: Pick<PhaseContext, 'namespaces' | 'source' | 'plan' | 'options'>): Promise<
  KubernetesObject[]
> {
  const writers: KubernetesObject[] = [];
  for (const { source: namespace } of namespaces) {
    const claims = plan.volumes
      .filter(
        volume => volume.namespace === namespace && volume.action !== 'skip',
      )
      .map(({ claim }) => claim);
    writers.push(
      ...(await remainingPods(
        source,
        namespace,
        options.quiesce ? undefined : claims,
      )),
    );
  }
  return writers;
}
