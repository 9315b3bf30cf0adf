/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { z as zod } from 'zod/v3';

/** openapi.yaml's ImageSelection: which images come, and how. */
export const imagesSchema = (z: typeof zod) =>
  z
    .object({
      copyMethod: z
        .string()
        .optional()
        .describe('Name of an image copy engine, direct by default'),
      rules: z
        .array(
          z.object({
            from: z
              .string()
              .describe('Registry, or the beginning of a repository in it'),
            to: z.string().describe('What takes its place'),
          }),
        )
        .max(100)
        .optional()
        .describe("Without rules, images of OpenShift's internal registry"),
      registries: z
        .array(
          z.object({
            registry: z.string().describe('Host and port, as in references'),
            address: z
              .string()
              .optional()
              .describe('Where pods of the destination reach it'),
            caBundle: z.string().optional(),
            credentials: z
              .object({
                cluster: z.enum(['source', 'destination']),
                namespace: z.string(),
                secret: z.string(),
              })
              .optional()
              .describe('A pull secret with an entry for the registry'),
          }),
        )
        .max(100)
        .optional(),
      platforms: z.enum(['all', 'needed']).optional(),
      existingTags: z.enum(['stop', 'keep', 'overwrite']).optional(),
      imageStreamHistory: z.number().int().min(0).max(100).optional(),
      parallelImages: z.number().int().min(1).max(16).optional(),
      attempts: z.number().int().min(1).max(10).optional(),
      pullSecret: z.string().optional(),
      onRollback: z.enum(['keep', 'remove']).optional(),
    })
    .optional()
    .describe('Which images come along; by default none');
