/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { copyContext } from '../copyContext';
import { done, Phase, waiting } from '../Phase';

/** Each engine gives back what it holds outside of the namespaces: snapshots, storage of the repository, policies. */
export const cleanUpVolumes: Phase = {
  name: 'CleanUpVolumes',
  step: 'Cleanup',
  deadlineSeconds: () => 900,
  async run(context) {
    const brought = context.plan.volumes.filter(
      ({ action }) => action !== 'skip',
    );
    const waits: string[] = [];
    for (const name of new Set(brought.map(({ copyMethod }) => copyMethod))) {
      const result = await context.engines.get(name).cleanUp?.(
        copyContext(context),
        brought.filter(({ copyMethod }) => copyMethod === name),
      );
      if (result?.state === 'failed') {
        return result;
      }
      if (result?.state === 'waiting') {
        waits.push(result.for);
      }
    }
    return waits.length > 0 ? waiting(waits.join('; ')) : done;
  },
};
