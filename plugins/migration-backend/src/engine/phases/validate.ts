/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { done, failed, Phase } from '../Phase';

/** Nothing is changed on any cluster unless everything that can be known is fit. */
export const validate: Phase = {
  name: 'Validate',
  step: 'Prepare',
  deadlineSeconds: () => 300,
  async run({ validate: check, store, plan }) {
    const { volumes, images, conditions } = await check();
    const blocking = conditions.filter(
      ({ category }) => category === 'Critical' || category === 'Error',
    );
    if (blocking.length > 0) {
      return failed(...blocking);
    }
    await store.update({ plan: { ...plan, volumes, images } });
    for (const volume of volumes.filter(({ action }) => action !== 'skip')) {
      await store.putVolume({
        namespace: volume.namespace,
        claim: volume.claim,
        targetNamespace: volume.target.namespace,
        targetClaim: volume.target.claim,
        state: 'pending',
      });
    }
    return done;
  },
};
