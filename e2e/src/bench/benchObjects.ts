/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { cpus, loadavg } from 'node:os';
import {
  LocalCluster,
  LocalEnvironment,
  Progress,
} from '@namespace-migration/local-clusters';
import { benchedObjects } from './benchedObjects';
import { KubectlResult, moveWithKubectl } from './moveWithKubectl';
import { moveWithPlan, PlanResult } from './moveWithPlan';

export interface ObjectsResult {
  objects: number;
  /** Of the machine, which both API servers share with what is measured. */
  cpus: number;
  loadAverageAtBeginning: number[];
  kubernetes: string;
  kubectl: KubectlResult;
  product: PlanResult;
  /** Our seconds by kubectl's: above 1, kubectl is faster. */
  ratio: { exportAndApply: number; withVerification: number };
}

type Api = LocalCluster['api'];

const AT_ONCE = 16;

/** One namespace moved twice, each time to an empty namespace of the destination. Deletes what it made, also when it fails. */
export async function benchObjects(
  { source, destination }: LocalEnvironment,
  options: { size: number; preview: boolean; progress: Progress },
): Promise<ObjectsResult> {
  const { size, progress } = options;
  const old = source.api;
  const young = destination.api;
  const from = `bench-${size}`;
  const namespaces: Array<[Api, string]> = [
    [old, from],
    [young, `${from}-kubectl`],
    [young, `${from}-plan`],
  ];
  await removed(namespaces);
  const loadAverageAtBeginning = loadavg();
  try {
    progress.step(`Making ${size} objects`);
    await make(old, from, size);
    progress.step('Moving them with kubectl');
    const kubectl = await moveWithKubectl(
      { source, destination },
      { from, to: `${from}-kubectl` },
    );
    progress.step(
      `kubectl: get ${kubectl.getSeconds} s, apply ${kubectl.applySeconds} s`,
    );
    const product = await moveWithPlan(
      { source, destination },
      { from, to: `${from}-plan`, preview: options.preview, progress },
    );
    const theirs = kubectl.getSeconds + kubectl.applySeconds;
    const ours = product.exportSeconds + product.applySeconds;
    return {
      objects: size,
      cpus: cpus().length,
      loadAverageAtBeginning,
      kubernetes: (await young.call('GET', '/version')).gitVersion,
      kubectl,
      product,
      ratio: {
        exportAndApply: round(ours / theirs),
        withVerification: round((ours + product.verifySeconds) / theirs),
      },
    };
  } finally {
    progress.step('Deleting the objects');
    await removed(namespaces);
    old.close();
    young.close();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

async function make(api: Api, namespace: string, size: number): Promise<void> {
  await api.call('POST', '/api/v1/namespaces', {
    metadata: { name: namespace },
  });
  const objects = benchedObjects(namespace, size);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { path, object } of objects) {
        await api.call('POST', path, object);
      }
    }),
  );
}

async function removed(namespaces: Array<[Api, string]>): Promise<void> {
  for (const [api, name] of namespaces) {
    await api.call('DELETE', `/api/v1/namespaces/${name}`);
  }
  for (const [api, name] of namespaces) {
    while (await api.call('GET', `/api/v1/namespaces/${name}`)) {
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
}
