/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { validateInput } from './validateInput';

const plan = (rest: Partial<PlanInput>): PlanInput => ({
  name: 'move',
  source: 'a',
  destination: 'b',
  namespaces: [{ source: 'shop' }],
  ...rest,
});
const transform = (...patch: any[]) => ({
  transforms: [{ name: 't', target: { kind: 'ConfigMap' }, patch }],
});

it.each<[Partial<PlanInput>, string]>([
  [{ objects: { labelSelector: 'a>b' } }, 'objects.labelSelector'],
  [{ objects: { includedKinds: ['Deployment'] } }, 'objects.includedKinds[0]'],
  [{ objects: { alsoKinds: ['events', 'no/kind'] } }, 'objects.alsoKinds[1]'],
  [
    { objects: { alsoKinds: ['persistentvolumeclaims'] } },
    'objects.alsoKinds[0]',
  ],
  [{ options: { excludedKinds: ['*'] } }, 'options.excludedKinds[0]'],
  [{ objects: { hosts: [{ from: 'a b', to: 'c' }] } }, 'objects.hosts[0].from'],
  [{ objects: { hosts: [{ from: 'a', to: 'c.*' }] } }, 'objects.hosts[0].to'],
  [transform({ op: 'add', path: 'data', value: 1 }), 'transforms[0].patch[0]'],
  [transform({ op: 'add', path: '/data' }), 'transforms[0].patch[0]'],
  [
    transform({ op: 'replace', path: '/metadata/name', value: 'x' }),
    'transforms[0].patch[0]',
  ],
  [transform({ op: 'remove', path: '/metadata' }), 'transforms[0].patch[0]'],
  [
    {
      transforms: [
        {
          name: 't',
          target: { kind: 'Secret', labelSelector: 'a=b c' },
          patch: [{ op: 'remove', path: '/data' }],
        },
      ],
    },
    'transforms[0].target.labelSelector',
  ],
  [
    {
      transforms: ['t', 't'].map(name => ({
        name,
        target: { kind: 'Secret' },
        patch: [{ op: 'remove' as const, path: '/data' }],
      })),
    },
    'transforms[1].name',
  ],
])('%j is refused at %s', (rest, field) => {
  expect(validateInput(plan(rest))).toEqual([
    expect.objectContaining({
      type: 'InvalidPlan',
      category: 'Critical',
      field,
    }),
  ]);
});

it('takes what is legal', () => {
  expect(
    validateInput(
      plan({
        objects: {
          labelSelector: 'app in (a,b),!old',
          includedKinds: ['*.apps', 'configmaps'],
          hosts: [
            { from: '*.old.example', to: '*.new.example' },
            { from: 'shop.example', to: '' },
          ],
        },
        ...transform(
          { op: 'test', path: '/metadata/name', value: 'x' },
          { op: 'add', path: '/data/a', value: 'b' },
        ),
      }),
    ),
  ).toEqual([]);
});
