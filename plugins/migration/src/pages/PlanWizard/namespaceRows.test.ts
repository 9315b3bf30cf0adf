/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namespaceRows } from './namespaceRows';

const found = ['default', 'kube-system', 'openshift-x', 'shop', 'web'].map(
  name => ({ name, phase: 'Active' }),
);
const draft = {
  namespaces: [
    { source: 'web', destination: 'web-2' },
    { source: 'gone', destination: '' },
  ],
};
const all = { search: '', onlyChosen: false };
const names = (...args: Parameters<typeof namespaceRows>) =>
  namespaceRows(...args).map(({ name }) => name);

describe('namespaceRows', () => {
  it('has no namespaces of the cluster, and what is not found first', () => {
    const rows = namespaceRows(found, draft, all);
    expect(rows.map(({ name }) => name)).toEqual(['gone', 'shop', 'web']);
    expect(rows[0]).toEqual({ name: 'gone', destination: '', index: 1 });
    expect(rows[1].index).toBeUndefined();
    expect(rows[2]).toMatchObject({ index: 0, destination: 'web-2' });
  });

  it('filters', () => {
    expect(names(found, draft, { ...all, search: ' SH ' })).toEqual(['shop']);
    expect(names(found, draft, { ...all, onlyChosen: true })).toEqual([
      'gone',
      'web',
    ]);
  });

  it('shows what is chosen while nothing is known', () => {
    expect(names(undefined, draft, all)).toEqual(['web', 'gone']);
  });
});
