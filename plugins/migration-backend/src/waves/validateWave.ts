/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InputError } from '@backstage/errors';
import { WaveInput } from '@namespace-migration/plugin-migration-common';

/** What the schema cannot say. @throws InputError naming the field */
export function validateWave(
  { plans }: Pick<WaveInput, 'plans'>,
  names: Map<string, string>,
): void {
  const places = new Map<string, number>();
  plans.forEach(({ planId }, index) => {
    const at = `plans[${index}].planId`;
    if (!names.has(planId)) {
      throw new InputError(`${at}: there is no plan ${planId}`);
    }
    if (places.has(planId)) {
      throw new InputError(
        `${at}: plan ${names.get(planId)} is in the wave twice; name it once`,
      );
    }
    places.set(planId, index);
  });
  plans.forEach(({ planId, after = [] }, index) => {
    for (const before of after) {
      if (before === planId || !places.has(before)) {
        throw new InputError(
          `plans[${index}].after: plan ${names.get(
            planId,
          )} can only come after other plans of this wave, not after ${
            names.get(before) ?? before
          }`,
        );
      }
    }
  });
  refuseCycles(plans, names);
}

/** What is left when everything that can be reached in order is taken away waits for itself. */
function refuseCycles(
  plans: WaveInput['plans'],
  names: Map<string, string>,
): void {
  let left = plans;
  const done = new Set<string>();
  for (;;) {
    const ready = left.filter(({ after = [] }) =>
      after.every(id => done.has(id)),
    );
    if (ready.length === 0) {
      break;
    }
    ready.forEach(({ planId }) => done.add(planId));
    left = left.filter(({ planId }) => !done.has(planId));
  }
  if (left.length > 0) {
    throw new InputError(
      `plans: these wait for each other, so that none of them could be started: ${left
        .map(({ planId }) => names.get(planId))
        .join(', ')}. Remove one of the dependencies`,
    );
  }
}
