/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { FencedMigrationStore } from '../../database/FencedMigrationStore';
import { ObjectGroup } from '../../database/MigratedObjects';
import { missingFrom } from '../../resources/compareObject';
import { MigratedObjectRow } from '../../database/migrationRecord';
import { LivePage, liveObjects } from '../../resources/liveObjects';
import { done, failed, Phase } from '../Phase';
import { writerCameBack } from './writerCameBack';

/** Invariant 4 for objects: what was asked is there, to the field. */
export const verifyObjects: Phase = {
  name: 'VerifyObjects',
  step: 'Verify',
  deadlineSeconds: (_options, { objects }) => 600 + objects / 50,
  async run(context) {
    const { store, destination } = context;
    const result: Verified = { expected: 0, present: 0, different: [] };
    for (const group of await store.objectGroups()) {
      for await (const page of liveObjects(destination, store, group)) {
        await verifyPage(store, group, page, result);
      }
    }
    const { expected, present, different } = result;
    await store.updateRecord(record => ({
      ...record,
      objects: { expected, present, different: different.length },
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

interface Verified {
  expected: number;
  present: number;
  /** A line for each object. */
  different: string[];
}

async function verifyPage(
  store: FencedMigrationStore,
  group: ObjectGroup,
  { there, absent }: LivePage,
  result: Verified,
): Promise<void> {
  const live = new Map(
    [...there]
      .filter(({ row, live: object }) => object.metadata.uid === row.uid)
      .map(({ row, live: object }) => [row.name, object]),
  );
  const summaries = [...there.map(({ row }) => row), ...absent].filter(
    row => row.action !== 'skip',
  );
  const recorded = await store.objectsNamed(
    group,
    summaries.map(row => row.name),
  );
  const verified: string[] = [];
  const differing: MigratedObjectRow[] = [];
  for (const { own, ...row } of recorded.values()) {
    const object = live.get(row.name);
    const differences = object ? missingFrom(row.asked, object) : ['absent'];
    result.expected += 1;
    result.present += object ? 1 : 0;
    if (differences.length === 0) {
      verified.push(row.name);
    } else {
      differing.push({ ...row, state: 'different', differences });
      result.different.push(
        `${row.kind} ${row.namespace}/${row.name} ${differences
          .slice(0, 3)
          .join(' ')}`,
      );
    }
  }
  await store.setObjectStates(group, verified, 'verified');
  await store.putObjects(differing);
}
