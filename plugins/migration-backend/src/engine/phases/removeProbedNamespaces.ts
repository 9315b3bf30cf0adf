/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Phase } from '../Phase';
import { removeDestinationObjects } from './removeDestinationObjects';

/** Those that the probe itself has made, as a canceled migration takes back what it made. */
export const removeProbedNamespaces: Phase = {
  name: 'RemoveProbedNamespaces',
  step: 'Cleanup',
  deadlineSeconds: () => 300,
  run: context =>
    removeDestinationObjects.run({
      ...context,
      migration: { ...context.migration, itinerary: 'cancel' },
      options: { ...context.options, keepDestinationVolumesOnRollback: false },
    }),
};
