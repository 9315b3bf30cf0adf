/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookOutcome, StoredHookRun } from '../database/DatabaseHookRuns';
import { callHttp } from './callHttp';
import { HookCall } from './HookCall';
import { Watched } from './runPod';

interface Call {
  migrationId: string;
  abort: AbortController;
  outcome?: HookOutcome;
}

/** HTTP hooks under way in this process. One that is not here any more broke off with its process. */
export class HttpCalls {
  private readonly calls = new Map<string, Call>();

  async run(
    call: HookCall,
    run: StoredHookRun,
    deadline: number,
    started: () => Promise<void>,
  ): Promise<Watched> {
    const known = this.calls.get(run.id);
    if (known?.outcome) {
      return known.outcome;
    }
    if (!known && run.state === 'running') {
      return {
        state: 'failed',
        message:
          'the portal ended during the call, and whether it arrived is not known; its header Idempotency-Key is the same in every attempt',
        outputs: {},
        log: '',
      };
    }
    if (!known) {
      await started();
      this.start(call, run, deadline);
    }
    return { waitingFor: `hook ${call.hook.name} to be answered` };
  }

  /** After the outcome is stored. */
  forget(runId: string): void {
    this.calls.delete(runId);
  }

  async abortAllOf(migrationId: string): Promise<void> {
    for (const [id, call] of this.calls) {
      if (call.migrationId === migrationId) {
        this.calls.delete(id);
        call.abort.abort();
      }
    }
  }

  private start(call: HookCall, run: StoredHookRun, deadline: number): void {
    const abort = new AbortController();
    const kept: Call = { migrationId: call.owner.migrationId, abort };
    this.calls.set(run.id, kept);
    const timeout = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
    callHttp(call, AbortSignal.any([abort.signal, timeout])).then(outcome => {
      kept.outcome = outcome;
    });
  }
}
