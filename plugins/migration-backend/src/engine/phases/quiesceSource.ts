/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { servicesWithEndpoints } from '../../health/serviceEndpoints';
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
    if (!migration.record.servedServices) {
      const served: string[] = [];
      for (const { source: namespace } of namespaces) {
        for (const name of await servicesWithEndpoints(source, namespace)) {
          served.push(`${namespace}/${name}`);
        }
      }
      // before anything is stopped: afterwards nobody knows
      await store.updateRecord(record => ({
        ...record,
        servedServices: served,
      }));
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
