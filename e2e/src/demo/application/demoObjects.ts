/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaign, campaignDefinition } from './campaign';
import { database } from './database';
import {
  type DemoApplicationContext,
  type DemoObject,
  madeByDemo,
  partOf,
} from './DemoApplication';
import { salesReport } from './salesReport';
import { storefront } from './storefront';
import { website } from './website';

const programs = ['database.sh', 'storefront.py', 'website.sh', 'nginx.conf'];
const directory = join(__dirname, '../../../demo-application');

/** The whole application in an order in which it can be created: what others need comes first. */
export function demoObjects(context: DemoApplicationContext): DemoObject[] {
  const objects: DemoObject[] = [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'programs' },
      data: Object.fromEntries(
        programs.map(name => [
          name,
          readFileSync(join(directory, name), 'utf8'),
        ]),
      ),
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings' },
      data: { CURRENCY: 'EUR', COLOUR: 'blue' },
    },
    ...database(context),
    ...storefront(context),
    ...website(context),
    salesReport(context),
    campaign,
  ];
  const workloads = ['Deployment', 'StatefulSet', 'CronJob'];
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: context.namespace,
        labels: { ...partOf, ...madeByDemo, team: 'shop' },
      },
    },
    campaignDefinition,
    // Services before the pods that find them in their environment
    ...objects.filter(({ kind }) => !workloads.includes(kind)),
    ...objects.filter(({ kind }) => workloads.includes(kind)),
  ].map(object =>
    ['Namespace', 'CustomResourceDefinition'].includes(object.kind)
      ? object
      : {
          ...object,
          metadata: {
            ...object.metadata,
            namespace: context.namespace,
            labels: { ...partOf, ...object.metadata.labels },
          },
        },
  );
}
