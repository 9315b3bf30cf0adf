/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { checkTargets } from './checkTargets';

const planned = (
  claim: string,
  target: string,
  action: PlannedVolume['action'] = 'copy',
) =>
  ({
    namespace: 'shop',
    claim,
    action,
    target: { namespace: 'shop', claim: target },
  } as PlannedVolume);
const typesOf = (input: Partial<PlanInput>, volumes: PlannedVolume[]) =>
  checkTargets({ source: 'east', ...input } as PlanInput, volumes).map(
    ({ type, field }) => (field ? `${type} ${field}` : type),
  );

describe('the claims of a plan together', () => {
  it('have targets of their own', () => {
    expect(typesOf({}, [planned('a', 'x'), planned('b', 'y')])).toEqual([]);
    expect(typesOf({}, [planned('a', 'x'), planned('b', 'x')])).toEqual([
      'TargetClaimTwice',
    ]);
    expect(typesOf({}, [planned('a', 'x'), planned('b', 'x', 'skip')])).toEqual(
      [],
    );
  });

  it('hold something where they were chosen', () => {
    const volumes = [
      { namespace: 'shop', claim: 'a', action: 'skip' as const },
      { namespace: 'shop', claim: 'b' },
    ];
    const skipped = [planned('a', 'a', 'skip'), planned('b', 'b', 'skip')];
    expect(typesOf({ type: 'state', volumes }, skipped)).toEqual([
      'ClaimNotBound volumes[1].claim',
    ]);
    expect(typesOf({ volumes }, skipped)).toEqual([]);
  });
});
