/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { moverResources } from './moverResources';

const range = (limit: any): any => ({
  spec: { limits: [{ type: 'Container', ...limit }] },
});
const quota = (hard: any): any => ({ spec: { hard } });

describe('moverResources', () => {
  it.each([
    [
      'nothing said',
      {},
      [],
      [],
      { requests: { cpu: '100m', memory: '128Mi' } },
    ],
    [
      'what the portal says',
      { requests: { cpu: '1' }, limits: { memory: '1Gi' } },
      [],
      [],
      {
        requests: { cpu: '1', memory: '128Mi' },
        limits: { memory: '1Gi' },
      },
    ],
    [
      'a larger minimum',
      {},
      [range({ min: { cpu: '250m' } }), range({ min: { memory: '1Gi' } })],
      [],
      { requests: { cpu: '250m', memory: '1Gi' } },
    ],
    [
      'a smaller maximum, which also demands a limit',
      { requests: { cpu: '1' } },
      [range({ type: 'Pod', max: { cpu: '500m' } })],
      [],
      {
        requests: { cpu: '500m', memory: '128Mi' },
        limits: { cpu: '500m' },
      },
    ],
    [
      'a default limit below the request',
      { requests: { memory: '512Mi' } },
      [range({ default: { memory: '256Mi' } })],
      [],
      {
        requests: { cpu: '100m', memory: '512Mi' },
        limits: { memory: '512Mi' },
      },
    ],
    [
      'a ratio that must be kept',
      { limits: { cpu: '4' } },
      [range({ maxLimitRequestRatio: { cpu: '10' } })],
      [],
      { requests: { cpu: '4', memory: '128Mi' }, limits: { cpu: '4' } },
    ],
    [
      'a quota that counts limits',
      {},
      [],
      [quota({ 'limits.memory': '8Gi', 'requests.cpu': '4' })],
      {
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { memory: '2Gi' },
      },
    ],
    [
      'limits of claims, which are not of pods',
      {},
      [range({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } })],
      [],
      { requests: { cpu: '100m', memory: '128Mi' } },
    ],
  ])('respects %s', (_, given, ranges, quotas, expected) => {
    expect(moverResources(given, ranges, quotas)).toEqual(expected);
  });
});
