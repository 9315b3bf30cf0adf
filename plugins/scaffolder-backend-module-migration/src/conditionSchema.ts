/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import type { z as zod } from 'zod/v3';

/** The API's Condition, as outputs of actions show it. */
export const conditionSchema = (z: typeof zod) =>
  z.array(
    z.object({
      type: z.string(),
      category: z.enum(['Critical', 'Error', 'Required', 'Warn', 'Advisory']),
      message: z.string(),
      field: z.string().optional(),
      time: z.string().optional(),
    }),
  );
