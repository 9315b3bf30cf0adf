/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { sourceClaimGone } from '../../volumes/sourceClaimGone';
import { copyContext } from '../copyContext';
import { done, Phase, waiting } from '../Phase';

/** Each engine makes ready for its volumes, all of them at once: nothing is copied before every one can be. */
export const prepareVolumes: Phase = {
  name: 'PrepareVolumes',
  step: 'Copy',
  deadlineSeconds: () => 900,
  async run(context) {
    const copied: PlannedVolume[] = [];
    for (const volume of context.plan.volumes) {
      // one whose claim is gone is told by the pass, and does not keep the others from theirs
      if (
        volume.action !== 'skip' &&
        !(await sourceClaimGone(context.source, volume))
      ) {
        copied.push(volume);
      }
    }
    const waits: string[] = [];
    for (const name of new Set(copied.map(({ copyMethod }) => copyMethod))) {
      const result = await context.engines.get(name).prepare(
        copyContext(context),
        copied.filter(({ copyMethod }) => copyMethod === name),
      );
      if (result.state === 'failed') {
        return result;
      }
      if (result.state === 'waiting') {
        waits.push(result.for);
      }
    }
    return waits.length > 0 ? waiting(waits.join('; ')) : done;
  },
};
