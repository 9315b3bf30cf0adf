/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { z as zod } from 'zod/v3';

const kindsSchema = (z: typeof zod) => z.array(z.string()).max(1000).optional();

const objectNamesSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        apiVersion: z.string().optional(),
        kind: z.string(),
        namespace: z.string().optional().describe('Source namespace'),
        name: z.string(),
      }),
    )
    .max(10_000)
    .optional();

/** openapi.yaml's ObjectSelection: which objects come, and with what of their source. */
export const objectsSchema = (z: typeof zod) =>
  z
    .object({
      includedKinds: kindsSchema(z).describe(
        'Only these kinds, as plural.group',
      ),
      alsoKinds: kindsSchema(z).describe(
        'Kinds that stay by default and shall come besides all others',
      ),
      labelSelector: z.string().max(4096).optional(),
      includedObjects: objectNamesSchema(z),
      excludedObjects: objectNamesSchema(z),
      completedJobs: z.boolean().optional(),
      notServed: z.enum(['block', 'warn']).optional(),
      preserveNodePorts: z.boolean().optional(),
      preserveClusterIPs: z.boolean().optional(),
      hosts: z
        .array(z.object({ from: z.string(), to: z.string() }))
        .max(1000)
        .optional()
        .describe('How hosts of Ingresses and Routes are rewritten'),
      uidRange: z.enum(['keep', 'assign']).optional(),
      clusterScoped: z
        .array(
          z.object({
            apiVersion: z.string().optional(),
            kind: z.string(),
            name: z.string(),
            action: z.enum(['bring', 'require', 'ignore']),
          }),
        )
        .max(10_000)
        .optional()
        .describe('What becomes of cluster-scoped objects'),
    })
    .optional()
    .describe('Which objects come; by default every one that a person made');

/** openapi.yaml's ObjectTransform. */
export const transformsSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        name: z.string().min(1).max(100),
        target: z.object({
          apiVersion: z.string().optional(),
          kind: z.string(),
          namespace: z.string().optional().describe('Source namespace'),
          name: z.string().optional(),
          labelSelector: z.string().optional(),
        }),
        patch: z
          .array(
            z.object({
              op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
              path: z.string(),
              from: z.string().optional(),
              value: z.any(),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .max(200)
    .optional()
    .describe('JSON Patches of objects on their way');

/** openapi.yaml's PlanHook. */
export const hooksSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        hook: z.string().describe('Name of a registered hook'),
        phase: z.enum([
          'PreStage',
          'PostStage',
          'PreBackup',
          'PreQuiesce',
          'PostBackup',
          'PreRestore',
          'PostRestore',
          'SmokeCheck',
          'PostVerify',
          'PreRollback',
          'PostRollback',
        ]),
        cluster: z.enum(['source', 'destination']).optional(),
        namespace: z.string().optional(),
        serviceAccount: z.string().optional(),
      }),
    )
    .max(100)
    .optional()
    .describe('Registered hooks that the migrations run');
