/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { LocalCluster, Progress } from '@namespace-migration/local-clusters';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { TestBackend } from '../testBackend';
import { forgetPeak, residentMemory } from './peakMemory';

export interface PlanResult {
  planSeconds: number;
  previewSeconds?: number;
  exportSeconds: number;
  applySeconds: number;
  verifySeconds: number;
  cutoverSeconds: number;
  rollbackSeconds: number;
  /** Seconds of each phase that took a tenth of one or more. */
  cutoverPhases: Record<string, number>;
  rollbackPhases: Record<string, number>;
  objects: Migration['objects'];
  /** The backend's resident memory: before, and at most until the end of each. */
  memoryMebibytes: {
    before: number;
    preview?: number;
    cutover: number;
    rollback: number;
  };
}

const PORT = 7288;
const HOURS = 4 * 3600;

/** The real backend in a process of its own: a plan, its cutover and its rollback. */
export async function moveWithPlan(
  clusters: { source: LocalCluster; destination: LocalCluster },
  options: { from: string; to: string; preview: boolean; progress: Progress },
): Promise<PlanResult> {
  const { progress } = options;
  const backend = new TestBackend(PORT);
  const { api } = backend;
  try {
    await backend.start();
    const pid = backend.pid!;
    for (const name of ['source', 'destination'] as const) {
      await api.registerCluster({
        name,
        connection: {
          kind: 'kubeconfig',
          kubeconfig: readFileSync(clusters[name].kubeconfigPath, 'utf8'),
        },
      });
    }
    forgetPeak(pid);
    const before = residentMemory(pid)!.now;
    const [plan, planSeconds] = await timed(() =>
      api.createPlan({
        name: options.from,
        source: 'source',
        destination: 'destination',
        namespaces: [{ source: options.from, destination: options.to }],
      }),
    );
    progress.step(`The plan: ${planSeconds} s`);
    let preview: { previewSeconds: number; peak: number } | undefined;
    if (options.preview) {
      const [, previewSeconds] = await timed(() => previewed(backend, plan.id));
      progress.step(`The preview: ${previewSeconds} s`);
      preview = { previewSeconds, peak: residentMemory(pid)!.peak };
      forgetPeak(pid);
    }
    const cutover = await backend.run(plan.id, 'cutover', 'Completed', HOURS);
    const cutoverPeak = residentMemory(pid)!.peak;
    const phases = phasesOf(cutover);
    progress.step(
      `The cutover: ${secondsOf(cutover)} s, of it export ${
        phases.ExportObjects
      } s, apply ${phases.ApplyObjects} s, verification ${
        phases.VerifyObjects
      } s; peak ${cutoverPeak} MiB`,
    );
    forgetPeak(pid);
    const rollback = await backend.run(plan.id, 'rollback', 'Completed', HOURS);
    progress.step(`The rollback: ${secondsOf(rollback)} s`);
    return {
      planSeconds,
      previewSeconds: preview?.previewSeconds,
      exportSeconds: phases.ExportObjects,
      applySeconds: phases.ApplyObjects,
      verifySeconds: phases.VerifyObjects,
      cutoverSeconds: secondsOf(cutover),
      rollbackSeconds: secondsOf(rollback),
      cutoverPhases: noticeable(phases),
      rollbackPhases: noticeable(phasesOf(rollback)),
      objects: cutover.objects,
      memoryMebibytes: {
        before,
        preview: preview?.peak,
        cutover: cutoverPeak,
        rollback: residentMemory(pid)!.peak,
      },
    };
  } finally {
    await backend.close();
  }
}

async function previewed(backend: TestBackend, planId: string): Promise<void> {
  await backend.api.startPreview(planId);
  for (;;) {
    const { state } = await backend.api.getPreview(planId);
    if (state !== 'running') {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = Date.now();
  const result = await work();
  return [result, Math.round((Date.now() - started) / 100) / 10];
}

const secondsOf = ({
  startedAt,
  endedAt,
}: {
  startedAt?: string;
  endedAt?: string;
}) => Math.round((Date.parse(endedAt!) - Date.parse(startedAt!)) / 100) / 10;

function phasesOf(migration: Migration): Record<string, number> {
  return Object.fromEntries(
    migration.phases
      .filter(({ startedAt, endedAt }) => startedAt && endedAt)
      .map(phase => [phase.phase, secondsOf(phase)]),
  );
}

function noticeable(phases: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(phases).filter(([, seconds]) => seconds >= 0.1),
  );
}
