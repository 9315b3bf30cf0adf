/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PhaseObserver } from './PhaseObserver';

/**
 * For the tests of invariant 6: `MIGRATION_KILL_AT=cutover/FinalVolumePass/ran` ends this process with SIGKILL at that
 * moment, as a crash would. Without the variable nothing is observed.
 */
export function observerFromEnvironment(): PhaseObserver {
  const wanted = process.env.MIGRATION_KILL_AT;
  return wanted
    ? ({ itinerary, phase, moment }) => {
        if (wanted === `${itinerary}/${phase}/${moment}`) {
          process.kill(process.pid, 'SIGKILL');
        }
      }
    : () => undefined;
}
