/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { MigrationApi } from '@namespace-migration/plugin-migration-common';
import { conditionSchema } from '../conditionSchema';
import { blocks, conditionText } from '../conditionText';
import {
  ActionOptions,
  migrationClientFor,
  withServerError,
} from '../migrationClientFor';
import { waitForMigration } from '../waitForMigration';
import { examples } from './createMigrationStartAction.examples';
import { DRY_RUN_ID } from './createPlanCreateAction';

/** A worker of the scaffolder is held while an action waits, so not for longer. */
const LONGEST_WAIT_SECONDS = 3600;

/** `migration:migration:start`: starts a stage, cutover or rollback of a plan, and may wait for its end. */
export function createMigrationStartAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'migration:migration:start',
    description:
      'Starts a stage, cutover or rollback of a migration plan. Waits for its end, and fails with the reason if it does not complete.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        planId: z => z.string(),
        type: z => z.enum(['stage', 'cutover', 'rollback']),
        wait: z =>
          z.boolean().optional().describe('Wait for the end; true by default'),
        deadlineSeconds: z =>
          z
            .number()
            .int()
            .min(1)
            .max(LONGEST_WAIT_SECONDS)
            .optional()
            .describe(
              'How long to wait, 600 by default. The migration goes on after it',
            ),
      },
      output: {
        migrationId: z =>
          z.string().describe("The migration's id; 'dry-run' in a dry run"),
        state: z =>
          z.string().describe('Completed; without wait the state now'),
        conditions: conditionSchema,
      },
    },
    async handler(ctx) {
      const { planId, type, wait = true, deadlineSeconds = 600 } = ctx.input;
      const api = migrationClientFor(
        options,
        await ctx.getInitiatorCredentials(),
      );
      if (ctx.isDryRun) {
        if (planId !== DRY_RUN_ID) {
          await refuseUnlessAllowed(api, planId, type);
        }
        ctx.logger.info(
          `Dry run: a ${type} of plan ${planId} would be started`,
        );
        ctx.output('migrationId', DRY_RUN_ID);
        ctx.output('state', 'Queued');
        ctx.output('conditions', []);
        return;
      }
      // a task that is run again waits for the migration that it has started
      const migrationId = await ctx.checkpoint({
        key: `migration.${type}`,
        fn: async () =>
          (
            await withServerError(api.startMigration(planId, { type }))
          ).id,
      });
      ctx.output('migrationId', migrationId);
      const migration = wait
        ? await waitForMigration(api, migrationId, {
            deadlineSeconds,
            signal: ctx.signal,
            onChange: text => ctx.logger.info(text),
          })
        : await withServerError(api.getMigration(migrationId));
      for (const condition of migration.conditions) {
        ctx.logger[blocks(condition) ? 'error' : 'info'](
          conditionText(condition),
        );
      }
      ctx.output('state', migration.state);
      ctx.output('conditions', migration.conditions);
      if (['Failed', 'Canceled'].includes(migration.state)) {
        const reasons = migration.conditions.filter(blocks).map(conditionText);
        throw new Error(
          `The ${type} of plan ${planId} ended as ${migration.state}${
            reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
          }`,
        );
      }
    },
  });
}

/** What `startMigration` would answer. */
async function refuseUnlessAllowed(
  api: MigrationApi,
  planId: string,
  type: 'stage' | 'cutover' | 'rollback',
): Promise<void> {
  const plan = await withServerError(api.getPlan(planId));
  const action = plan.actions.find(candidate => candidate.type === type);
  if (!action?.allowed) {
    throw new ConflictError(
      `${type} of plan ${plan.name} is not possible now: ${
        action?.reason ?? 'unknown type'
      }`,
    );
  }
}
