/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { validateInput } from './validateInput';

const plan = (change: Partial<PlanInput> = {}): PlanInput => ({
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
  ...change,
});
const fieldsOf = (input: PlanInput) =>
  validateInput(input).map(({ field }) => field);

describe('validateInput', () => {
  it('finds nothing in a good plan', () => {
    expect(
      validateInput(
        plan({
          namespaces: [
            { source: 'shop', destination: 'shop-moved' },
            { source: 'x1' },
          ],
          volumes: [
            {
              namespace: 'shop',
              claim: 'data',
              size: '10Gi',
              targetClaim: 'data.new',
            },
          ],
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    'Shop',
    'shop_1',
    '-shop',
    'shop-',
    '',
    'a'.repeat(64),
    'shop.x',
    '../etc',
    'shop\n',
  ])('names the field of the illegal namespace %p', name => {
    expect(
      fieldsOf(plan({ namespaces: [{ source: 'ok', destination: name }] })),
    ).toEqual(['namespaces[0].destination']);
    expect(
      fieldsOf(plan({ namespaces: [{ source: name, destination: 'ok' }] })),
    ).toEqual(['namespaces[0].source']);
  });

  it.each(['kube-system', 'openshift-etcd', 'default'])(
    'does not move %s',
    source => {
      expect(
        fieldsOf(plan({ namespaces: [{ source, destination: 'mine' }] })),
      ).toEqual(['namespaces[0].source']);
    },
  );

  it('does not merge two namespaces into one', () => {
    expect(
      fieldsOf(
        plan({
          namespaces: [
            { source: 'shop' },
            { source: 'b', destination: 'shop' },
          ],
        }),
      ),
    ).toEqual(['namespaces[1].destination']);
  });

  it('needs another name on the same cluster', () => {
    const same = { source: 'one', destination: 'one' };
    expect(fieldsOf(plan(same))).toEqual(['namespaces[0].destination']);
    expect(
      fieldsOf(
        plan({ ...same, namespaces: [{ source: 'a', destination: 'b' }] }),
      ),
    ).toEqual([]);
  });

  it('names the size and the claim that are none', () => {
    expect(
      fieldsOf(
        plan({
          volumes: [
            { namespace: 'shop', claim: 'a', size: 'big' },
            { namespace: 'shop', claim: 'b', targetClaim: 'B_b' },
          ],
        }),
      ),
    ).toEqual(['volumes[0].size', 'volumes[1].targetClaim']);
  });

  it('makes each finding critical and tells the cure', () => {
    const [found] = validateInput(plan({ namespaces: [{ source: 'A' }] }));
    expect(found).toMatchObject({
      type: 'InvalidPlan',
      category: 'Critical',
      message: expect.stringContaining('use 1 to 63 lower-case letters'),
    });
  });
});
