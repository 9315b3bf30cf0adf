/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { conditionSchema } from '../conditionSchema';
import { blocks, conditionText } from '../conditionText';
import {
  ActionOptions,
  migrationClientFor,
  withServerError,
} from '../migrationClientFor';
import { imagesSchema } from '../imagesSchema';
import { hooksSchema, objectsSchema, transformsSchema } from '../objectsSchema';
import {
  existingSchema,
  namespacesSchema,
  optionsSchema,
  typeSchema,
  volumesSchema,
} from '../planSchema';
import { previewPlan } from '../previewPlan';
import { examples } from './createPlanCreateAction.examples';

/** Stands for ids of what a dry run does not make. */
export const DRY_RUN_ID = 'dry-run';

/**
 * `migration:plan:create`: makes a plan. It changes nothing on any cluster. What stands in the plan's way is no
 * failure but an output: the plan is there and can be corrected.
 */
export function createPlanCreateAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'migration:plan:create',
    description:
      'Creates a plan that moves namespaces or chosen volumes from one cluster to another, or converts volumes to another storage class. Changes nothing on any cluster.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .regex(/^[a-z0-9]([-a-z0-9]{1,61})[a-z0-9]$/)
            .describe(
              'Name of the plan: 3 to 63 lower-case letters, digits and dashes',
            ),
        description: z => z.string().max(2000).optional(),
        type: typeSchema,
        source: z =>
          z.string().describe('Name of the registered source cluster'),
        destination: z =>
          z.string().describe('Name of the registered destination cluster'),
        repository: z =>
          z
            .string()
            .optional()
            .describe(
              'Replication repository of volumes with copyMethod indirect',
            ),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe('Catalog entity that the namespaces belong to'),
        namespaces: namespacesSchema,
        volumes: volumesSchema,
        existing: existingSchema,
        objects: objectsSchema,
        images: imagesSchema,
        transforms: transformsSchema,
        hooks: hooksSchema,
        options: optionsSchema,
      },
      output: {
        planId: z =>
          z.string().describe("The plan's id; 'dry-run' in a dry run"),
        state: z => z.string().describe('Ready or NotReady'),
        ready: z => z.boolean().describe('No condition stops a migration'),
        conditions: conditionSchema,
      },
    },
    async handler(ctx) {
      const api = migrationClientFor(
        options,
        await ctx.getInitiatorCredentials(),
      );
      const input: PlanInput = ctx.input;
      if (ctx.isDryRun) {
        const conditions = await withServerError(previewPlan(api, input));
        const ready = !conditions.some(blocks);
        ctx.logger.info(
          `Dry run: plan ${input.name} would be created, ${conditions.length} conditions are known already`,
        );
        ctx.output('planId', DRY_RUN_ID);
        ctx.output('state', ready ? 'Ready' : 'NotReady');
        ctx.output('ready', ready);
        ctx.output('conditions', conditions);
        return;
      }
      // a task that is run again finds the plan that it has made
      const planId = await ctx.checkpoint({
        key: 'migration.plan.create',
        fn: async () => (await withServerError(api.createPlan(input))).id,
      });
      const plan = await withServerError(api.getPlan(planId));
      ctx.logger.info(`Plan ${plan.name} (${plan.id}) is ${plan.state}`);
      for (const condition of plan.conditions) {
        ctx.logger[blocks(condition) ? 'warn' : 'info'](
          conditionText(condition),
        );
      }
      ctx.output('planId', plan.id);
      ctx.output('state', plan.state);
      ctx.output('ready', !plan.conditions.some(blocks));
      ctx.output('conditions', plan.conditions);
    },
  });
}
