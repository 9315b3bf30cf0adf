/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type Plan } from '@namespace-migration/plugin-migration-common';
import { type DemoClusters } from './DemoClusters';
import { type Portal } from './Portal';

/** Registers both clusters and makes the plan; what the portal knows already is brought up to date or kept. */
export async function prepareMigration(
  { api }: Portal,
  clusters: DemoClusters,
  namespace: string,
): Promise<Plan> {
  const known = new Set((await api.listClusters()).map(({ name }) => name));
  for (const cluster of [clusters.source, clusters.destination]) {
    const input = {
      name: cluster.name,
      connection: {
        kind: 'kubeconfig' as const,
        kubeconfig: cluster.kubeConfig.exportConfig(),
      },
      options: { moverImage: clusters.images.mover },
    };
    const registered = known.has(cluster.name)
      ? await api.updateCluster(cluster.name, input)
      : await api.registerCluster(input);
    refuse(
      `Cluster ${cluster.name} (${cluster.server})`,
      registered.status.conditions,
    );
  }
  const plans = await api.listPlans({ namespace });
  const plan =
    plans.items.find(({ name }) => name === namespace) ??
    (await api.createPlan({
      name: namespace,
      description: 'Moves the web shop to the other cluster',
      source: clusters.source.name,
      destination: clusters.destination.name,
      entityRef: 'component:default/webshop',
      namespaces: [{ source: namespace }],
    }));
  refuse(`Plan ${plan.name}`, plan.live === 'source' ? plan.conditions : []);
  return plan;
}

function refuse(
  what: string,
  conditions: Array<{ type: string; category: string; message: string }>,
): void {
  const stopping = conditions.filter(({ category }) =>
    ['Critical', 'Error'].includes(category),
  );
  if (stopping.length > 0) {
    throw new Error(
      `${what} is not ready: ${stopping
        .map(({ type, message }) => `${type}: ${message}`)
        .join('; ')}`,
    );
  }
}
