/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { applySwap } from '../../conversion/applySwap';
import { convertedClaimsOf } from '../../conversion/ConvertedClaims';
import { suffixOf } from '../../conversion/convertedName';
import { claimsNamedBy, swapReferences } from '../../conversion/swapReferences';
import { done, Phase, PhaseContext, PhaseResult, waiting } from '../Phase';

/** The stopped workloads name the new claims. Runs only after the proof (invariant 2). */
export const swapClaimReferences: Phase = {
  name: 'SwapClaimReferences',
  step: 'Restore',
  deadlineSeconds: () => 300,
  async run(context) {
    if (!context.migration.record.cutover?.verifiedAt) {
      throw new Error(
        'References must not be swapped before the volumes are proven',
      );
    }
    return swap(context, true);
  },
};

/** The way back: the workloads name the claims that they named before. */
export const swapBackClaimReferences: Phase = {
  name: 'SwapBackClaimReferences',
  step: 'Rollback',
  deadlineSeconds: () => 300,
  run: context => swap(context, false),
};

async function swap(
  { store, source, plan, migration }: PhaseContext,
  forward: boolean,
): Promise<PhaseResult> {
  const suffix = suffixOf(plan.input.name);
  for (const { before, ...key } of await store.quiesced()) {
    const claims = convertedClaimsOf(plan.volumes, key.namespace);
    if (claimsNamedBy(before, claims).length === 0) {
      continue;
    }
    const wanted = forward ? swapReferences(before, claims, suffix) : before;
    const waitsFor = await applySwap(source, key, wanted, migration.id);
    if (waitsFor) {
      return waiting(waitsFor);
    }
  }
  return done;
}
