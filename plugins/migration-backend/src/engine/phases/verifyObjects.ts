/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { missingFrom } from '../../resources/compareObject';
import { done, failed, Phase } from '../Phase';
import { writerCameBack } from './writerCameBack';

/** Invariant 4 for objects: what was asked is there, to the field. */
export const verifyObjects: Phase = {
  name: 'VerifyObjects',
  step: 'Verify',
  deadlineSeconds: () => 600,
  async run(context) {
    const { store, destination } = context;
    let present = 0;
    const different: string[] = [];
    const rows = (await store.objects()).filter(
      row => !isGivenBack(row) && row.action !== 'skip',
    );
    for (const row of rows) {
      const live = await destination.get({
        apiVersion: row.apiVersion,
        kind: row.kind,
        namespace: row.namespace || undefined,
        name: row.name,
      });
      const ours = live && live.metadata.uid === row.uid;
      const differences = ours ? missingFrom(row.asked, live) : ['absent'];
      present += ours ? 1 : 0;
      await store.putObject({
        ...row,
        state: differences.length === 0 ? 'verified' : 'different',
        differences,
      });
      if (differences.length > 0) {
        different.push(
          `${row.kind} ${row.namespace}/${row.name} ${differences
            .slice(0, 3)
            .join(' ')}`,
        );
      }
    }
    await store.updateRecord(record => ({
      ...record,
      objects: { expected: rows.length, present, different: different.length },
    }));
    if (different.length > 0) {
      return failed({
        type: 'ObjectsDiffer',
        category: 'Critical',
        message: `${different.length} objects on ${
          destination.name
        } are not as they were asked for: ${different
          .slice(0, 5)
          .join(
            '; ',
          )}. Something on the destination changes them (a webhook or a controller): exclude them or change that.`,
      });
    }
    // The last look before the destination is started.
    const back = await writerCameBack(context);
    return back ? failed(back) : done;
  },
};
