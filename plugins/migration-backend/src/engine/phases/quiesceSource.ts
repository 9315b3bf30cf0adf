/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { quiesceNamespace } from '../../quiesce/quiesceNamespace';
import { done, Phase } from '../Phase';

export const quiesceSource: Phase = {
  name: 'QuiesceSource',
  step: 'Quiesce',
  deadlineSeconds: () => 300,
  async run({ namespaces, source, store, migration, options, event }) {
    if (!options.quiesce) {
      await event({
        level: 'info',
        reason: 'SourceNotQuiesced',
        message: `Nothing on ${source.name} is told to stop, as the plan says; the final pass begins when no pod mounts its volumes`,
      });
      return done;
    }
    for (const { source: namespace } of namespaces) {
      await quiesceNamespace({
        cluster: source,
        namespace,
        mark: migration.id,
        remember: object => store.addQuiesced(object),
      });
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: {
        ...record.cutover,
        quiescedAt: record.cutover?.quiescedAt ?? new Date().toISOString(),
      },
    }));
    await event({
      level: 'info',
      reason: 'SourceQuiesced',
      message: `${(await store.quiesced()).length} workloads on ${
        source.name
      } were told to stop`,
    });
    return done;
  },
};
