/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { downtimeOf } from '../AvailabilityProbe';
import { chooseApiVersions } from '../application/apiVersions';
import { differentLines } from './differentLines';
import { differencesBetween, missingFrom } from './differencesBetween';
import { parseJournal, wholeJournal } from './readJournal';
import { stateDifferences } from './namespaceState';

describe('the looks of the demo at both clusters', () => {
  it('measures from the last answer here to the first there', () => {
    const answers = { source: [1000, 1100, 1200], destination: [4300, 4400] };
    expect(downtimeOf(answers)).toMatchObject({
      downtimeSeconds: 3.1,
      answersOfBoth: 0,
    });
    expect(
      downtimeOf({ source: [1, 4350], destination: [4300] }),
    ).toMatchObject({ answersOfBoth: 1 });
    expect(
      downtimeOf({ source: [1], destination: [] }).downtimeSeconds,
    ).toBeUndefined();
  });

  it('takes only whole lines of the journal', () => {
    expect(parseJournal('1 1000\n2 1050\n3 10')).toEqual([
      { order: 1, time: 1000 },
      { order: 2, time: 1050 },
    ]);
  });

  it('reads a journal only when its log has come whole', () => {
    expect(wholeJournal('1 1000\n2 10')).toBeUndefined();
    expect(wholeJournal('1 1000\n2 10end of journal\n')).toEqual({
      text: '1 1000\n2 10',
    });
  });

  it('counts lines that one side has, also when they are many and alike', () => {
    expect(differentLines('a\nb\nb', 'b\na\nb')).toBe(0);
    expect(differentLines('a\nb\nb', 'a\nb\nc')).toBe(2);
  });

  it('names each different field', () => {
    expect(
      differencesBetween(
        { a: { 'x/y': 1, same: [1] }, gone: 1 },
        { a: { 'x/y': 2, same: [1] }, new: 1 },
      ),
    ).toEqual(['/a/x~1y', '/gone', '/new']);
  });

  it('lets a server add fields but not list entries, and change nothing', () => {
    const live = { spec: { ports: [{ port: 80, protocol: 'TCP' }], ip: '1' } };
    expect(missingFrom({ spec: { ports: [{ port: 80 }] } }, live)).toEqual([]);
    expect(missingFrom({ spec: { ports: [{ port: 81 }] } }, live)).toEqual([
      '/spec/ports/0/port',
    ]);
    expect(missingFrom({ spec: { ports: [] } }, live)).toEqual(['/spec/ports']);
  });

  it('tells absent and new objects from changed ones', () => {
    expect(
      stateDifferences(
        new Map<string, unknown>([
          ['A', { replicas: 1 }],
          ['B', {}],
        ]),
        new Map<string, unknown>([
          ['A', { replicas: 0 }],
          ['C', {}],
        ]),
      ),
    ).toEqual(['A /replicas', 'B is absent', 'C is new']);
  });

  it('chooses the newest version that is served', () => {
    const old = [
      'batch/v1beta1 CronJob',
      'policy/v1beta1 PodDisruptionBudget',
      'autoscaling/v1 HorizontalPodAutoscaler',
      'networking.k8s.io/v1 Ingress',
      'networking.k8s.io/v1beta1 Ingress',
    ];
    expect(chooseApiVersions(new Set(old))).toEqual({
      CronJob: 'batch/v1beta1',
      PodDisruptionBudget: 'policy/v1beta1',
      HorizontalPodAutoscaler: 'autoscaling/v1',
      Ingress: 'networking.k8s.io/v1',
    });
    expect(() => chooseApiVersions(new Set(old.slice(1)))).toThrow(
      /serves CronJob in none of the versions batch\/v1, batch\/v1beta1/,
    );
  });
});
