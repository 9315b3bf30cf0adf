/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  changeDestination,
  changeSource,
  changeType,
  changeVolume,
  chooseNamespace,
  renameNamespace,
} from './draftChanges';
import { emptyDraft, PlanDraft } from './planDraft';

const draft: PlanDraft = {
  ...emptyDraft,
  source: 'east',
  namespaces: [{ source: 'shop', destination: 'moved' }],
};

describe('the name of a plan', () => {
  it('is proposed until somebody types one', () => {
    const named = { ...draft, ...changeDestination(draft, 'west') };
    expect(named.name).toBe('shop-to-west');
    expect(changeDestination(named, 'north').name).toBe('shop-to-north');
    expect(
      changeDestination({ ...named, name: 'mine' }, 'north'),
    ).not.toHaveProperty('name');
    expect(
      changeDestination(
        { ...draft, entityRef: 'component:default/Web Shop' },
        'west',
      ).name,
    ).toBe('web-shop-to-west');
  });

  it('comes with the first namespace', () => {
    const without = { ...emptyDraft, destination: 'west' };
    expect(chooseNamespace(without, 'shop', true).name).toBe('shop-to-west');
  });
});

describe('a storage conversion', () => {
  it('stays on its cluster, under its names', () => {
    const changed = { ...draft, ...changeType(draft, 'storageConversion') };
    expect(changed).toMatchObject({
      type: 'storageConversion',
      destination: 'east',
      namespaces: [{ source: 'shop', destination: '' }],
    });
    expect(changeSource(changed, 'north')).toMatchObject({
      source: 'north',
      destination: 'north',
    });
    expect(changeSource(draft, 'north')).toEqual({ source: 'north' });
  });
});

describe('a namespace', () => {
  it('takes the choices for its volumes with it', () => {
    const changed = chooseNamespace(
      {
        ...draft,
        volumes: [
          { namespace: 'shop', claim: 'a', action: 'skip' },
          { namespace: 'other', claim: 'a', action: 'skip' },
        ],
      },
      'shop',
      false,
    );
    expect(changed.namespaces).toEqual([]);
    expect(changed.volumes).toEqual([
      { namespace: 'other', claim: 'a', action: 'skip' },
    ]);
  });

  it('is renamed alone', () => {
    const two = { ...draft, ...chooseNamespace(draft, 'other', true) };
    expect(renameNamespace(two, 'other', 'new').namespaces).toEqual([
      { source: 'shop', destination: 'moved' },
      { source: 'other', destination: 'new' },
    ]);
  });
});

describe('the choices for a volume', () => {
  const key = { namespace: 'shop', claim: 'data' };

  it('are added, changed, and gone when nothing is left', () => {
    const one = { ...draft, ...changeVolume(draft, key, { size: '2Gi' }) };
    expect(one.volumes).toEqual([{ ...key, size: '2Gi' }]);
    const two = { ...one, ...changeVolume(one, key, { action: 'skip' }) };
    expect(two.volumes).toEqual([{ ...key, size: '2Gi', action: 'skip' }]);
    const three = { ...two, ...changeVolume(two, key, { size: '' }) };
    expect(three.volumes).toEqual([{ ...key, action: 'skip' }]);
    expect(changeVolume(three, key, { action: undefined }).volumes).toEqual([]);
    expect(changeVolume(draft, key, { size: '' }).volumes).toEqual([]);
  });

  it('keep those of other claims and their order', () => {
    const others = [
      { namespace: 'shop', claim: 'a', verify: 'full' as const },
      { ...key, verify: 'full' as const },
      { namespace: 'other', claim: 'data', verify: 'full' as const },
    ];
    const { volumes } = changeVolume({ ...draft, volumes: others }, key, {
      verify: 'metadata',
    });
    expect(volumes!.map(({ verify }) => verify)).toEqual([
      'full',
      'metadata',
      'full',
    ]);
  });
});
