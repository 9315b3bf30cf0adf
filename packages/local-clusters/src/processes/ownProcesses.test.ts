/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { instanceOf } from '../instance';
import { isOwn, markerVariable } from './ownProcesses';

const owner = {
  instance: instanceOf(1, '/var/lib/nm-1'),
  networkNamespaces: ['net:[42]'],
  containerIds: new Set(['c0ffee']),
};
const stranger = {
  environment: ['PATH=/bin'],
  networkNamespace: 'net:[1]',
  cgroups: '4:memory:/user.slice\n0::/user.slice',
};

describe('isOwn', () => {
  it('is not so for a process of the machine', () => {
    expect(isOwn(stranger, owner)).toBe(false);
  });

  it('knows a daemon by its mark, of this instance alone', () => {
    const marked = (dir: string) => ({
      ...stranger,
      environment: ['PATH=/bin', `${markerVariable}=${dir}#source`],
    });
    expect(isOwn(marked('/var/lib/nm-1'), owner)).toBe(true);
    expect(isOwn(marked('/var/lib/nm-12'), owner)).toBe(false);
    expect(isOwn(marked('/var/lib/nm'), owner)).toBe(false);
  });

  it('knows what runs in a network namespace of ours', () => {
    expect(isOwn({ ...stranger, networkNamespace: 'net:[42]' }, owner)).toBe(
      true,
    );
  });

  it.each([
    ['cgroup v1', '4:memory:/k8s.io/c0ffee\n3:pids:/k8s.io/c0ffee', true],
    ['cgroup v2', '0::/k8s.io/c0ffee', true],
    ['a cgroup that the container made inside', '0::/k8s.io/c0ffee/x', true],
    ["another instance's container", '0::/k8s.io/decaf', false],
    ['an id that only begins so', '0::/k8s.io/c0ffee1', false],
  ])('knows containers by their id: %s', (_name, cgroups, expected) => {
    expect(isOwn({ ...stranger, cgroups }, owner)).toBe(expected);
  });
});
