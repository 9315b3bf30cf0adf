/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterError } from '@namespace-migration/plugin-migration-node';
import { Discovery } from './Discovery';

const group = (...groupVersions: string[]) => ({
  groups: groupVersions.map(groupVersion => ({
    versions: [{ groupVersion }],
    preferredVersion: { groupVersion },
  })),
});
const shops = {
  resources: [{ name: 'shops', kind: 'Shop', namespaced: true }],
};
const refused = (status: number) => {
  throw new ClusterError('refused', status, String(status), 'source');
};

/** Answers of each path, one after the other; the last one stays. */
function discoveryOf(answers: Record<string, Array<() => unknown>>) {
  return new Discovery(async path => {
    const left = answers[path] ?? [() => ({ resources: [] })];
    return (left.length > 1 ? left.shift()! : left[0])();
  });
}

describe('Discovery', () => {
  it('does not call a group failed that goes while it looks', async () => {
    const found = await discoveryOf({
      '/apis': [() => group('shop.example.org/v1'), () => group()],
      '/apis/shop.example.org/v1': [() => refused(404)],
    }).resourceTypes();
    expect(found).toEqual({ types: [], failedGroups: [] });
  });

  it('waits for one that comes', async () => {
    const { types, failedGroups } = await discoveryOf({
      '/apis': [() => group('shop.example.org/v1')],
      '/apis/shop.example.org/v1': [() => refused(404), () => shops],
    }).resourceTypes();
    expect(types).toMatchObject([{ kind: 'Shop', preferred: true }]);
    expect(failedGroups).toEqual([]);
  });

  it.each([404, 503])(
    'names one that stays listed and answers %d',
    async status => {
      const { failedGroups } = await discoveryOf({
        '/apis': [() => group('shop.example.org/v1')],
        '/apis/shop.example.org/v1': [() => refused(status)],
      }).resourceTypes();
      expect(failedGroups).toEqual(['shop.example.org/v1']);
    },
  );
});
