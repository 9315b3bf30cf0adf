/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { done, StepResult } from '@namespace-migration/plugin-migration-node';
import { DirectContext } from '../DirectContext';

/**
 * What a stage or a failed migration left is the base of the next one. Everything else is an end, after which nothing
 * of the plan stays in a bucket, unless the plan says so. A storage that does not answer does not hold up the end:
 * what it has stays known, and goes with the next end or with the plan.
 */
export async function cleanUpRepository(
  context: Pick<DirectContext, 'itinerary' | 'repositories' | 'event'>,
): Promise<StepResult> {
  if (
    ['stage', 'failed'].includes(context.itinerary) ||
    context.repositories.keepsData
  ) {
    return done;
  }
  try {
    for (const name of await context.repositories.removeData()) {
      await context.event({
        level: 'info',
        reason: 'RepositoryCleaned',
        message: `What the plan had in replication repository ${name} is removed`,
      });
    }
  } catch (error) {
    await context.event({
      level: 'warning',
      reason: 'RepositoryNotCleaned',
      message: `${
        (error as Error).message
      } It is also tried again when the plan is deleted.`,
    });
  }
  return done;
}
