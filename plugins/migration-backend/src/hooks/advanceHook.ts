/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  FencedHookRuns,
  HookOutcome,
  StoredHookRun,
} from '../database/DatabaseHookRuns';
import { HookCall } from './HookCall';
import { hookPodName } from './hookPod';
import { HttpCalls } from './HttpCalls';
import { nextStep } from './nextStep';
import { redact, secretsOf } from './redact';
import { runPod } from './runPod';

/** Bytes of a log that are kept: its end. */
const LOG_KEPT = 64 * 1024;
const MESSAGE_LINES = 5;

export type HookState =
  | { state: 'waiting'; for: string }
  | { state: 'succeeded' }
  /** Given up, after the last attempt. */
  | { state: 'failed'; run: StoredHookRun };

/** One step further with a hook. Safe to call again after a crash at any point: what was begun is found by its record. */
export async function advanceHook(
  call: HookCall,
  runs: FencedHookRuns,
  calls: HttpCalls,
): Promise<HookState> {
  const { hook } = call;
  const known = (await runs.all()).filter(
    run => run.phase === call.phase && run.position === call.position,
  );
  const step = nextStep(known, hook, Date.now());
  switch (step.do) {
    case 'begin':
      await runs.begin({
        phase: call.phase,
        position: call.position,
        attempt: step.attempt,
        hook: hook.name,
        kind: hook.kind,
        ...(hook.kind !== 'http' && {
          cluster: call.cluster.name,
          namespace: call.namespace,
          pod: hookPodName(call, step.attempt),
        }),
      });
      return advanceHook(call, runs, calls);
    case 'pause':
      return { state: 'waiting', for: `hook ${hook.name} to be tried again` };
    case 'end':
      return step.run.state === 'succeeded'
        ? { state: 'succeeded' }
        : { state: 'failed', run: step.run };
    default:
  }
  const { run, deadline } = step;
  const started = () => runs.started(run.id);
  const watched =
    hook.kind === 'http'
      ? await calls.run(call, run, deadline, started)
      : await runPod(call, run, deadline, started);
  if ('waitingFor' in watched) {
    return { state: 'waiting', for: watched.waitingFor };
  }
  const outcome = kept(call, watched);
  const ended = { ...run, ...outcome, endedAt: new Date().toISOString() };
  const last =
    nextStep([...known.slice(0, -1), ended], hook, Date.now()).do === 'end';
  await runs.finish(run.id, outcome, eventOf(call, run, outcome, last));
  calls.forget(run.id);
  await removePod(call, run);
  return advanceHook(call, runs, calls);
}

function kept(call: HookCall, outcome: HookOutcome): HookOutcome {
  const headers = secretsOf(call.hook, {});
  const secrets = secretsOf(call.hook, { ...call.outputs, ...outcome.outputs });
  const log = Buffer.from(redact(outcome.log, secrets))
    .subarray(-LOG_KEPT)
    .toString('utf8');
  const lines = log.trimEnd().split('\n').slice(-MESSAGE_LINES).join('\n');
  const message = outcome.message && redact(outcome.message, secrets);
  return {
    ...outcome,
    outputs: Object.fromEntries(
      Object.entries(outcome.outputs).map(([name, value]) => [
        name,
        redact(value, headers),
      ]),
    ),
    log,
    message:
      message && call.hook.kind !== 'http' && lines
        ? `${message}: ${lines.slice(-1000)}`
        : message,
  };
}

function eventOf(
  { hook, phase }: HookCall,
  run: StoredHookRun,
  outcome: HookOutcome,
  last: boolean,
) {
  const common = {
    phase: `${phase}Hooks`,
    object: run.pod
      ? {
          cluster: run.cluster,
          apiVersion: 'v1',
          kind: 'Pod',
          namespace: run.namespace,
          name: run.pod,
        }
      : undefined,
  };
  if (outcome.state === 'succeeded') {
    return {
      ...common,
      level: 'info' as const,
      reason: 'HookSucceeded',
      message: `Hook ${hook.name} of ${phase} has run`,
    };
  }
  const next = !last
    ? 'It is tried again'
    : hook.onFailure === 'continue'
    ? 'The migration goes on, as the hook says'
    : 'It is not tried again';
  return {
    ...common,
    level: 'warning' as const,
    reason: last ? 'HookFailed' : 'HookAttemptFailed',
    message: `Hook ${hook.name} of ${phase} failed at attempt ${run.attempt}: ${outcome.message}. ${next}`,
  };
}

/** Its log is kept; that the objects are gone is for the itinerary's end to see. */
async function removePod(call: HookCall, run: StoredHookRun): Promise<void> {
  if (!run.pod) {
    return;
  }
  for (const kind of ['Pod', 'Secret']) {
    await call.cluster.delete({
      apiVersion: 'v1',
      kind,
      namespace: run.namespace,
      name: run.pod,
    });
  }
}
