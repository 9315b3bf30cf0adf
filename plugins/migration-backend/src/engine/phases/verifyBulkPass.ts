/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { copyContext } from '../copyContext';
import { done, Phase, waiting } from '../Phase';

/** What is read here, while the application runs, need not be read after it was stopped. */
export const verifyBulkPass: Phase = {
  name: 'VerifyBulkPass',
  step: 'Copy',
  deadlineSeconds: options => options.passDeadlineSeconds,
  async run(context) {
    const { plan, options, store, engines } = context;
    if (!options.verifyBeforeQuiesce) {
      return done;
    }
    const progress = await store.volumes();
    const waits: string[] = [];
    for (const volume of plan.volumes) {
      const engine = engines.get(volume.copyMethod);
      if (volume.action === 'skip' || !engine.verifyBulk) {
        continue;
      }
      if (waits.length === options.parallelVolumes) {
        break;
      }
      const current = progress.find(
        p => p.namespace === volume.namespace && p.claim === volume.claim,
      )!;
      const result = await engine.verifyBulk(
        copyContext(context),
        volume,
        current,
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
