/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  HookPhase,
} from '@namespace-migration/plugin-migration-common';
import { advanceHook } from '../../hooks/advanceHook';
import { HookCall } from '../../hooks/HookCall';
import { placeOf } from '../../hooks/placeOf';
import { removeHelpers } from '../../volumes/removeHelpers';
import {
  done,
  failed,
  Phase,
  PhaseContext,
  PhaseResult,
  waiting,
} from '../Phase';

/** Each hook has its own deadline; this one is for a phase of many. */
const WEEK = 7 * 24 * 3600;

/** Runs the plan's hooks of a moment, one after the other. A plan without any does not have the phase. */
export function runHooks(hookPhase: HookPhase, step: Phase['step']): Phase {
  return {
    name: `${hookPhase}Hooks`,
    step,
    deadlineSeconds: () => WEEK,
    appliesTo: ({ input }) =>
      (input.hooks ?? []).some(({ phase }) => phase === hookPhase),
    async run(context) {
      const { store } = context;
      await markRollback(context, hookPhase, 'begins');
      const definitions = await context.hooks.runs.definitions();
      const planned = (context.plan.input.hooks ?? []).filter(
        ({ phase }) => phase === hookPhase,
      );
      for (const [position, entry] of planned.entries()) {
        const hook = definitions.find(({ name }) => name === entry.hook);
        if (!hook) {
          throw new Error(`Hook ${entry.hook} was not kept at the start`);
        }
        const { side, namespace, mapping } = placeOf(entry, context.namespaces);
        const { runs, calls } = context.hooks;
        const call: HookCall = {
          owner: {
            migrationId: context.migration.id,
            planId: context.plan.id,
            fencingToken: store.fencingToken,
          },
          plan: context.plan.input.name,
          phase: hookPhase,
          position,
          hook,
          cluster: context[side],
          namespace,
          serviceAccount: entry.serviceAccount,
          environment: environmentOf(context, hookPhase, hook, mapping!),
          outputs: await outputsBefore(context, hookPhase, position),
        };
        const result = await advanceHook(call, runs, calls);
        if (result.state === 'waiting') {
          return waiting(result.for);
        }
        if (result.state === 'failed' && hook.onFailure !== 'continue') {
          // a rollback that a hook stops goes no further, not even to the phase that removes helpers
          const left =
            context.migration.itinerary === 'rollback'
              ? await helpersLeft(context)
              : 0;
          if (left > 0) {
            return waiting(`${left} helper objects to be gone`);
          }
          return failed({
            type: 'HookFailed',
            category: 'Critical',
            message: `Hook ${hook.name} of ${hookPhase} failed at attempt ${result.run.attempt}: ${result.run.message}. Its log is with the migration; mend the hook or what it looks at, and start again.`,
            object: result.run.pod
              ? {
                  cluster: result.run.cluster,
                  apiVersion: 'v1',
                  kind: 'Pod',
                  namespace: result.run.namespace,
                  name: result.run.pod,
                }
              : undefined,
          });
        }
      }
      return endOf(context, hookPhase);
    },
  };
}

async function endOf(
  context: PhaseContext,
  hookPhase: HookPhase,
): Promise<PhaseResult> {
  // the last phase of all
  const left = hookPhase === 'PostRollback' ? await helpersLeft(context) : 0;
  if (left > 0) {
    return waiting(`${left} helper objects to be gone`);
  }
  await markRollback(context, hookPhase, 'ends');
  return done;
}

/** Which copy is live follows from how far a rollback came; one that hooks stop came no further than this. */
async function markRollback(
  { store }: PhaseContext,
  hookPhase: HookPhase,
  moment: 'begins' | 'ends',
): Promise<void> {
  const reached =
    hookPhase === 'PostRollback'
      ? ('everything' as const)
      : moment === 'begins'
      ? ('nothing' as const)
      : undefined;
  if (hookPhase === 'PreRollback' || hookPhase === 'PostRollback') {
    await store.updateRecord(record => ({
      ...record,
      rollbackReached: reached,
    }));
  }
}

async function helpersLeft({
  source,
  destination,
  namespaces,
  migration,
}: PhaseContext): Promise<number> {
  const onSource = await removeHelpers(
    source,
    migration.id,
    namespaces.map(mapping => mapping.source),
  );
  const onDestination = await removeHelpers(
    destination,
    migration.id,
    namespaces.map(mapping => mapping.destination),
  );
  return onSource.length + onDestination.length;
}

/** MIGRATION_NAMESPACES and MIGRATION_PLAN_NAME are what MTC gives. */
function environmentOf(
  { migration, plan, namespaces }: PhaseContext,
  phase: HookPhase,
  hook: HookInput,
  mapping: { source: string; destination: string },
): Record<string, string> {
  return {
    MIGRATION_ID: migration.id,
    MIGRATION_TYPE: migration.type,
    MIGRATION_PLAN_NAME: plan.input.name,
    MIGRATION_NAMESPACES: namespaces
      .map(({ source, destination }) =>
        source === destination ? source : `${source}:${destination}`,
      )
      .join(','),
    PLAN_NAME: plan.input.name,
    PHASE: phase,
    HOOK_NAME: hook.name,
    SOURCE_CLUSTER: plan.input.source,
    DESTINATION_CLUSTER: plan.input.destination,
    SOURCE_NAMESPACE: mapping.source,
    DESTINATION_NAMESPACE: mapping.destination,
  };
}

/** Of all hooks of this migration that succeeded before; a later one of the same name counts. */
async function outputsBefore(
  { hooks }: PhaseContext,
  phase: HookPhase,
  position: number,
): Promise<Record<string, string>> {
  const runs = (await hooks.runs.all()).filter(
    run =>
      run.state === 'succeeded' &&
      (run.phase !== phase || run.position < position),
  );
  return Object.assign({}, ...runs.map(run => run.outputs));
}
