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

const verifySchema = (z: typeof zod) =>
  z.enum(['full', 'sample', 'metadata']).optional();

export const volumesSchema = (z: typeof zod) =>
  z
    .array(
      z.object({
        namespace: z.string().describe('Source namespace'),
        claim: z.string(),
        action: z.enum(['copy', 'move', 'skip']).optional(),
        copyMethod: z
          .string()
          .optional()
          .describe('Name of a volume copy engine, by default the first fit'),
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
        shrink: z
          .boolean()
          .optional()
          .describe('Consent to a size below what the source has'),
        verify: verifySchema(z),
        stageFrom: z.enum(['volume', 'snapshot']).optional(),
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
      quiesce: z.boolean().optional(),
      verify: verifySchema(z),
      verifySamplePercent: z.number().int().min(1).max(99).optional(),
      resizeVolumes: z.boolean().optional(),
      resizeThresholdPercent: z.number().int().min(1).max(99).optional(),
      endpoints: z
        .array(
          z.enum(['ClusterIP', 'Route', 'LoadBalancer', 'NodePort', 'Tunnel']),
        )
        .optional(),
      parallelVolumes: z.number().int().min(1).max(50).optional(),
      bandwidthLimitKiB: z.number().int().min(1).optional(),
      streamsPerVolume: z.number().int().min(1).max(16).optional(),
      moverSecurity: z
        .enum(['auto', 'restricted', 'baseline', 'privileged'])
        .optional(),
      quiesceDeadlineSeconds: z.number().int().min(10).max(86_400).optional(),
      verifyBeforeQuiesce: z.boolean().optional(),
      verifyDeadlineSeconds: z.number().int().min(60).max(2_592_000).optional(),
      passDeadlineSeconds: z.number().int().min(60).max(2_592_000).optional(),
      healthDeadlineSeconds: z.number().int().min(10).max(86_400).optional(),
      excludedKinds: z.array(z.string()).optional(),
      keepDestinationVolumesOnRollback: z.boolean().optional(),
      keepRepositoryData: z.boolean().optional(),
    })
    .optional()
    .describe('Options of the plan, see docs/api.md');
