/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { othersUsing } from '../../resources/othersUsing';
import { done, Phase, waiting } from '../Phase';
import { everyObject } from '../../resources/rules/everyObject';

/** Deletes by uid what the plan created, last wave first, and puts back what it had taken over. Nothing else. */
export const removeDestinationObjects: Phase = {
  name: 'RemoveDestinationObjects',
  step: 'Rollback',
  deadlineSeconds: () => 900,
  async run({ store, destination, migration, options, event }) {
    // a canceled migration takes back what it made itself; a rollback all that the plan made
    const rows =
      migration.itinerary === 'cancel'
        ? await store.ownObjects()
        : await store.objects();
    const open = rows
      .filter(row => !isGivenBack(row))
      .filter(
        row =>
          !(
            options.keepDestinationVolumesOnRollback &&
            ['PersistentVolumeClaim', 'Namespace'].includes(row.kind)
          ),
      )
      .sort(
        (a, b) =>
          b.wave - a.wave ||
          Number(a.kind === 'Namespace') - Number(b.kind === 'Namespace'),
      );
    for (const row of open) {
      const key = {
        apiVersion: row.apiVersion,
        kind: row.kind,
        namespace: row.namespace || undefined,
        name: row.name,
      };
      const live = await destination.get(key);
      const ours =
        live &&
        (row.uid === undefined || live.metadata.uid === row.uid) &&
        live.metadata.annotations?.[
          'namespace-migration.io/migrated-by-plan'
        ] === migration.planId;
      if (row.action === 'adopt' && row.previous) {
        if (ours) {
          const restored = everyObject.apply(row.previous, {
            namespaces: {},
            storageClasses: {},
            claims: {},
          });
          restored.metadata.resourceVersion = live.metadata.resourceVersion;
          await destination.replace(restored);
        }
        await store.putObject({ ...row, state: 'restored' });
        continue;
      }
      const other =
        ours &&
        !live.metadata.deletionTimestamp &&
        (await othersUsing(destination, live, migration.planId));
      if (other) {
        await event({
          level: 'warning',
          reason: `${row.kind}Kept`,
          message: `${row.kind} ${row.name} stays on ${destination.name}: ${other} is in it and was not made by this plan. Delete it by hand when nobody needs it.`,
        });
        await store.putObject({ ...row, state: 'kept' });
        continue;
      }
      if (ours) {
        await destination.delete(key, {
          uid: live.metadata.uid,
          propagation: row.kind === 'Namespace' ? 'Background' : 'Foreground',
        });
        return waiting(
          `${row.kind} ${row.namespace}/${row.name} on ${destination.name} to be gone`,
        );
      }
      if (row.action === 'replace' && row.previous && !live) {
        await destination.create(
          everyObject.apply(row.previous, {
            namespaces: {},
            storageClasses: {},
            claims: {},
          }),
        );
        await store.putObject({ ...row, state: 'restored' });
        continue;
      }
      await store.putObject({ ...row, state: 'removed' });
    }
    return done;
  },
};
