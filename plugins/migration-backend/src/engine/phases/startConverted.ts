/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { convertedClaimsOf } from '../../conversion/ConvertedClaims';
import { suffixOf } from '../../conversion/convertedName';
import { swapReferences } from '../../conversion/swapReferences';
import { restoreObjects } from '../../quiesce/restoreNamespace';
import { done, failed, Phase } from '../Phase';

/** The same workloads as before, on the new claims. */
export const startConverted: Phase = {
  name: 'StartConverted',
  step: 'Start',
  deadlineSeconds: () => 300,
  async run({ store, source, plan, event }) {
    const suffix = suffixOf(plan.input.name);
    const workloads = (await store.quiesced()).map(row => ({
      ...row,
      before: swapReferences(
        row.before,
        convertedClaimsOf(plan.volumes, row.namespace),
        suffix,
      ),
    }));
    const problems = await restoreObjects(source, workloads);
    if (problems.length > 0) {
      return failed({
        type: 'WorkloadNotStarted',
        category: 'Critical',
        message: `Not everything was started on the new claims: ${problems.join(
          '; ',
        )}. Start what is missing by hand, or roll back.`,
      });
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: {
        ...record.cutover,
        destinationStartedAt:
          record.cutover?.destinationStartedAt ?? new Date().toISOString(),
      },
    }));
    await event({
      level: 'info',
      reason: 'ConvertedStarted',
      message: `${workloads.length} workloads on ${source.name} were started again; those that named a converted claim name the new one`,
    });
    return done;
  },
};
