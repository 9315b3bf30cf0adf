/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 60_000;
/** Discovery asks again at most so often. */
const PAUSE_MS = 2_100;

/**
 * An API server serves a new kind some seconds after its definition was written; objects of it must wait.
 * @throws ClusterError KindNotServed with the definition's own reason after a minute
 */
export async function untilServed(
  cluster: ClusterClient,
  definition: KubernetesObject,
): Promise<void> {
  const { group, names, versions } = definition.spec;
  const deadline = Date.now() + DEADLINE_MS;
  for (const { name, served } of versions) {
    while (
      served &&
      !(await cluster.findType(`${group}/${name}`, names.kind))
    ) {
      if (Date.now() > deadline) {
        const now = await cluster.get({
          apiVersion: definition.apiVersion,
          kind: definition.kind,
          name: definition.metadata.name,
        });
        const said = (now?.status?.conditions ?? [])
          .filter((condition: any) => condition.status !== 'True')
          .map((condition: any) => condition.message);
        throw new ClusterError(
          `Cluster ${cluster.name} does not serve ${
            names.kind
          } in ${group}/${name} a minute after its definition was applied. ${said.join(
            ' ',
          )}`,
          404,
          'KindNotServed',
          cluster.name,
        );
      }
      await sleep(PAUSE_MS);
    }
  }
}
