/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { z as zod } from 'zod/v3';

/**
 * The choices of a plan as in openapi.yaml's PlanInput, so that a template's mistake is told by the step that makes
 * it. Defaults are the backend's.
 */
export const namespacesSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        source: z.string(),
        destination: z
          .string()
          .optional()
          .describe("The source's name by default"),
      }),
    )
    .min(1)
    .max(100)
    .describe('The namespaces and their names on the destination');

export const typeSchema = (z: typeof zod) =>
  z
    .enum(['full', 'state', 'storageConversion'])
    .optional()
    .describe(
      'full (the default) brings namespaces whole, state only the claims that are named, storageConversion gives them another class or access mode in place',
    );

export const volumesSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        namespace: z.string().describe('Source namespace'),
        claim: z.string(),
        action: z.enum(['copy', 'move', 'skip']).optional(),
        targetClaim: z.string().optional(),
        storageClass: z.string().optional(),
        size: z
          .string()
          .optional()
          .describe('A Kubernetes quantity, for example 10Gi'),
        accessModes: z
          .array(
            z.enum([
              'ReadWriteOnce',
              'ReadOnlyMany',
              'ReadWriteMany',
              'ReadWriteOncePod',
            ]),
          )
          .optional(),
        adopt: z
          .boolean()
          .optional()
          .describe(
            'Consent to replace the files of a claim that exists on the destination',
          ),
      }),
    )
    .max(1000)
    .optional()
    .describe(
      'Claims that are not named here are copied with the defaults by a full plan, and left alone by the other types',
    );

export const existingSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        apiVersion: z.string().optional(),
        kind: z.string(),
        namespace: z.string().optional(),
        name: z.string(),
        action: z.enum(['adopt', 'replace', 'skip']),
      }),
    )
    .max(10_000)
    .optional()
    .describe('What to do with objects that the destination has already');

export const optionsSchema = (z: typeof zod) =>
  z
    .object({
      verify: z.enum(['full', 'metadata']).optional(),
      endpoints: z
        .array(z.enum(['ClusterIP', 'NodePort', 'Tunnel']))
        .optional(),
      parallelVolumes: z.number().int().min(1).max(50).optional(),
      bandwidthLimitKiB: z.number().int().min(1).optional(),
      quiesceDeadlineSeconds: z.number().int().min(10).max(86_400).optional(),
      passDeadlineSeconds: z.number().int().min(60).max(2_592_000).optional(),
      healthDeadlineSeconds: z.number().int().min(10).max(86_400).optional(),
      excludedKinds: z.array(z.string()).optional(),
      keepDestinationVolumesOnRollback: z.boolean().optional(),
    })
    .optional()
    .describe('Options of the plan, see docs/api.md');
