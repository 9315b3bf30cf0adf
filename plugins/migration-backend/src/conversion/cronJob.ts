/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ReferenceKind } from './ReferenceKind';

export const cronJob: ReferenceKind = {
  kind: 'CronJob',
  podSpecOf: object => object.spec.jobTemplate.spec.template.spec,
  patchOf: wanted => ({
    spec: {
      jobTemplate: {
        spec: {
          template: {
            spec: {
              volumes: wanted.spec.jobTemplate.spec.template.spec.volumes,
            },
          },
        },
      },
    },
  }),
};
