/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Plan to move a namespace under its own name',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'migration:plan:create',
          name: 'Create the plan',
          input: {
            name: 'shop-to-new-cluster',
            source: 'old-cluster',
            destination: 'new-cluster',
            namespaces: [{ source: 'shop' }],
          },
        },
      ],
    }),
  },
  {
    description: 'Another name, another storage class and more room',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'migration:plan:create',
          name: 'Create the plan',
          input: {
            name: 'shop-to-new-cluster',
            source: 'old-cluster',
            destination: 'new-cluster',
            entityRef: 'component:default/shop',
            namespaces: [{ source: 'shop', destination: 'shop-moved' }],
            volumes: [
              {
                namespace: 'shop',
                claim: 'database',
                storageClass: 'fast',
                size: '20Gi',
              },
            ],
            options: { verify: 'full', parallelVolumes: 2 },
          },
        },
      ],
    }),
  },
];
