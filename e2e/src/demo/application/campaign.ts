/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type DemoObject, madeByDemo, partOf } from './DemoApplication';

const group = 'webshop.example.org';

/** A definition that the destination does not have, and an object of it. */
export const campaignDefinition: DemoObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: `campaigns.${group}`,
    labels: { ...partOf, ...madeByDemo },
  },
  spec: {
    group,
    scope: 'Namespaced',
    names: {
      plural: 'campaigns',
      singular: 'campaign',
      kind: 'Campaign',
      listKind: 'CampaignList',
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  title: { type: 'string' },
                  discountPercent: { type: 'integer' },
                },
              },
            },
          },
        },
      },
    ],
  },
};

export const campaign: DemoObject = {
  apiVersion: `${group}/v1`,
  kind: 'Campaign',
  metadata: { name: 'black-friday' },
  spec: { title: 'Black Friday', discountPercent: 20 },
};
