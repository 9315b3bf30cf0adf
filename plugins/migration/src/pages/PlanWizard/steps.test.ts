/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { emptyDraft, PlanDraft } from './planDraft';
import {
  discoveryInputOf,
  problemsOf,
  readStep,
  stepOfField,
  stepsWith,
} from './steps';

const whole: PlanDraft = {
  ...emptyDraft,
  name: 'shop',
  source: 'east',
  destination: 'west',
  namespaces: [{ source: 'shop', destination: '' }],
};

describe('the steps of the wizard', () => {
  it.each([
    ['name', 'general'],
    ['entityRef', 'general'],
    ['namespaces[3].destination', 'namespaces'],
    ['volumes[0].size', 'volumes'],
    ['options.quiesce', 'volumes'],
    ['options.excludedKinds[0]', 'objects'],
    ['objects.hosts[0].to', 'objects'],
    ['transforms[1].patch', 'objects'],
    ['hooks[0].namespace', 'hooks'],
    ['', 'review'],
  ])('have the field %s in %s', (field, step) =>
    expect(stepOfField(field)).toBe(step),
  );

  it('begin where the URL says, if there is such a step', () => {
    expect(readStep('hooks')).toBe('hooks');
    expect(readStep('none')).toBe('general');
    expect(readStep(null)).toBe('general');
  });
});

describe('problemsOf', () => {
  it('tells what is missing, and where', () => {
    const problems = problemsOf({
      ...emptyDraft,
      transforms: [{ name: '', target: { kind: '' }, patch: '[' }],
    });
    expect(problems).toEqual({
      name: 'nameMissing',
      source: 'sourceMissing',
      destination: 'destinationMissing',
      namespaces: 'noNamespace',
      'transforms[0].name': 'transformName',
      'transforms[0].target.kind': 'transformKind',
      'transforms[0].patch': 'noPatch',
    });
    expect([...stepsWith(problems)]).toEqual([
      'general',
      'namespaces',
      'objects',
    ]);
  });

  it('finds none in a whole draft', () => {
    expect(problemsOf(whole)).toEqual({});
  });

  it.each(['ab', 'Shop', '-shop', 'shop-', 'a'.repeat(64)])(
    'refuses the name %s',
    name => expect(problemsOf({ ...whole, name }).name).toBe('nameIllegal'),
  );

  it('wants a claim where only named ones are brought', () => {
    const volumes = [
      { namespace: 'shop', claim: 'data', action: 'skip' as const },
    ];
    expect(problemsOf({ ...whole, type: 'state', volumes }).volumes).toBe(
      'noClaim',
    );
    expect(
      problemsOf({
        ...whole,
        type: 'state',
        volumes: [{ ...volumes[0], action: 'copy' }],
      }),
    ).toEqual({});
  });
});

describe('discoveryInputOf', () => {
  it('waits for clusters and namespaces, and not for a name', () => {
    expect(discoveryInputOf({ ...whole, namespaces: [] })).toBeUndefined();
    expect(discoveryInputOf({ ...whole, destination: '' })).toBeUndefined();
    expect(discoveryInputOf({ ...whole, name: 'Half ' })).toMatchObject({
      name: 'draft',
      namespaces: [{ source: 'shop' }],
    });
  });

  it('leaves out what volumes do not depend on', () => {
    const input = discoveryInputOf({
      ...whole,
      transforms: [{ name: '', target: { kind: '' }, patch: '' }],
      hooks: [{ hook: 'x', phase: 'PreBackup' }],
    })!;
    expect(input).not.toHaveProperty('transforms');
    expect(input).not.toHaveProperty('hooks');
  });
});
