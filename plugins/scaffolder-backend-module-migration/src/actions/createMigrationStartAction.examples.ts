/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Stage a plan of an earlier step and wait for at most an hour',
    example: stringify({
      steps: [
        {
          id: 'stage',
          action: 'migration:migration:start',
          name: 'Copy the volumes while the application runs',
          input: {
            planId: '${{ steps.plan.output.planId }}',
            type: 'stage',
            deadlineSeconds: 3600,
          },
        },
      ],
    }),
  },
  {
    description: 'Start a cutover and leave it to the entity page',
    example: stringify({
      steps: [
        {
          id: 'cutover',
          action: 'migration:migration:start',
          name: 'Start the cutover',
          input: {
            planId: '${{ parameters.planId }}',
            type: 'cutover',
            wait: false,
          },
        },
      ],
    }),
  },
];
