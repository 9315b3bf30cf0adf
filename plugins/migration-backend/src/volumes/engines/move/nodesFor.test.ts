/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { nodesFor } from './nodesFor';

const node = (name: string, labels: Record<string, string>) =>
  ({ metadata: { name, labels } } as unknown as KubernetesObject);
const nodes = [
  node('a', { zone: 'one', disk: 'ssd' }),
  node('b', { zone: 'two' }),
];
const volume = (...terms: any[]) =>
  ({
    spec: {
      nodeAffinity: {
        required: {
          nodeSelectorTerms: terms.map(matchExpressions => ({
            matchExpressions,
          })),
        },
      },
    },
  } as unknown as KubernetesObject);
const names = (found: KubernetesObject[]) =>
  found.map(({ metadata }) => metadata.name);

describe('nodesFor', () => {
  it('are all when the volume does not care', () => {
    expect(
      names(nodesFor({ spec: {} } as unknown as KubernetesObject, nodes)),
    ).toEqual(['a', 'b']);
  });

  it('are those where all expressions of one term hold', () => {
    const inTwo = { key: 'zone', operator: 'In', values: ['two'] };
    const hasDisk = { key: 'disk', operator: 'Exists' };
    expect(names(nodesFor(volume([inTwo, hasDisk]), nodes))).toEqual([]);
    expect(names(nodesFor(volume([inTwo], [hasDisk]), nodes))).toEqual([
      'a',
      'b',
    ]);
    expect(
      names(
        nodesFor(volume([{ key: 'disk', operator: 'DoesNotExist' }]), nodes),
      ),
    ).toEqual(['b']);
  });

  it('are none for an operator that nobody knows', () => {
    expect(
      names(nodesFor(volume([{ key: 'zone', operator: 'Near' }]), nodes)),
    ).toEqual([]);
  });
});
