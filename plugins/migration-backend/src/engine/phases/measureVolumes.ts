/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { measureUsage } from '../../volumes/measureUsage';
import { conditionOf } from '../../volumes/conditionOf';
import { sizeFor } from '../../volumes/sizeFor';
import { done, failed, Phase, PhaseContext, waiting } from '../Phase';

/**
 * Usage of the volumes whose claims are to be made or grown: the size depends on it. A mover walks the volume beside
 * the application.
 */
export const measureVolumes: Phase = {
  name: 'MeasureVolumes',
  step: 'Prepare',
  deadlineSeconds: options => options.passDeadlineSeconds,
  async run(context) {
    const { store, options } = context;
    const progress = await store.volumes();
    const waits: string[] = [];
    for (const volume of await toMeasure(context)) {
      const current = progress.find(
        p => p.namespace === volume.namespace && p.claim === volume.claim,
      )!;
      if (current.usage) {
        continue;
      }
      if (waits.length === options.parallelVolumes) {
        break;
      }
      const state = await measureUsage(await context.transfer(), volume);
      if (state.state === 'failed') {
        return failed(conditionOf(state.failure, volume));
      }
      if (state.state === 'running') {
        waits.push(
          `the usage of ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
        );
        continue;
      }
      if (state.outcome.kind !== 'usage') {
        throw new Error(`A measurement answered with ${state.outcome.kind}`);
      }
      const [{ usedBytes, files, unreadable }] = state.outcome.volumes;
      const usage = { usedBytes, files, ...(unreadable > 0 && { unreadable }) };
      await store.putVolume({ ...current, usage });
      const sized = sizeFor(volume, usage, options);
      if ('condition' in sized) {
        return failed(sized.condition);
      }
      if (sized.warning) {
        await context.event({ level: 'warning', ...sized.warning });
      }
    }
    return waits.length > 0 ? waiting(waits.join('; ')) : done;
  },
};

async function toMeasure({
  plan,
  engines,
  destination,
  options,
}: PhaseContext): Promise<PlannedVolume[]> {
  const measured: PlannedVolume[] = [];
  for (const volume of plan.volumes) {
    if (
      volume.action !== 'copy' ||
      volume.volumeMode !== 'Filesystem' ||
      engines.get(volume.copyMethod).bringsClaim
    ) {
      continue;
    }
    const claim = await destination.get({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: volume.target.namespace,
      name: volume.target.claim,
    });
    if (!claim || options.resizeVolumes) {
      measured.push(volume);
    }
  }
  return measured;
}
