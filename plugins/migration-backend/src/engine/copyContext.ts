/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { DirectContext } from '../volumes/engines/DirectContext';
import { PhaseContext } from './Phase';

/** What of a phase's context an engine gets: its volumes, and nothing of the objects or of what comes after. */
export function copyContext(context: PhaseContext): DirectContext {
  const { migration, store, options } = context;
  return {
    owner: {
      migrationId: migration.id,
      planId: migration.planId,
      fencingToken: store.fencingToken,
    },
    source: context.source,
    destination: context.destination,
    options,
    endpoints: context.endpoints,
    transfer: context.transfer,
    volumes: () => store.volumes(),
    putVolume: (progress, differences) =>
      store.putVolume(progress, differences),
    event: context.event,
  };
}
