/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  decideSecurity,
  ENFORCE_LABEL,
  GROUPS_ANNOTATION,
  SecurityFacts,
  UID_RANGE_ANNOTATION,
} from './decideSecurity';

const free: SecurityFacts = { mayUsePrivileged: true };
const enforcing = (level: string): SecurityFacts => ({
  mayUsePrivileged: true,
  labels: { [ENFORCE_LABEL]: level },
});
const openshift = (mayUsePrivileged: boolean): SecurityFacts => ({
  mayUsePrivileged,
  annotations: {
    [UID_RANGE_ANNOTATION]: '1000650000/10000',
    [GROUPS_ANNOTATION]: '1000650000/10000',
  },
});

describe('decideSecurity', () => {
  it.each([
    ['auto', free, 'baseline', false],
    ['auto', enforcing('privileged'), 'baseline', false],
    ['auto', enforcing('baseline'), 'baseline', false],
    ['auto', enforcing('restricted'), 'restricted', false],
    ['auto', openshift(true), 'baseline', false],
    ['auto', openshift(false), 'restricted', false],
    ['privileged', free, 'privileged', false],
    ['privileged', enforcing('baseline'), 'privileged', true],
    ['baseline', enforcing('restricted'), 'baseline', true],
    ['baseline', openshift(false), 'baseline', true],
    ['restricted', free, 'restricted', false],
  ] as const)('answers %s in %j with %s', (asked, facts, level, refused) => {
    const decision = decideSecurity(asked, 'source', facts);
    expect(decision.level).toBe(level);
    expect(Boolean(decision.refused)).toBe(refused);
  });

  it('asks for what the level restricted demands, and for no more', () => {
    const { container, pod, user } = decideSecurity(
      'auto',
      'destination',
      enforcing('restricted'),
    );
    expect(container).toEqual({
      runAsNonRoot: true,
      runAsUser: 65532,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod).toEqual({
      fsGroup: 65532,
      fsGroupChangePolicy: 'OnRootMismatch',
    });
    expect(user).toBe(65532);
  });

  it('lets the kubelet change no owners on the source', () => {
    const { pod } = decideSecurity('restricted', 'source', {
      ...free,
      application: { runAsUser: 1001, fsGroup: 2000, supplementalGroups: [7] },
    });
    expect(pod).toEqual({ supplementalGroups: [7, 2000] });
  });

  it.each([
    [
      'the application',
      free,
      { runAsUser: 1001, runAsGroup: 5, fsGroup: 2000 },
      1001,
      2000,
    ],
    [
      'root, which it may not be',
      free,
      { runAsUser: 0, fsGroup: 2000 },
      65532,
      2000,
    ],
    [
      "the namespace's range",
      openshift(false),
      undefined,
      1000650000,
      1000650000,
    ],
    [
      'an application in the range',
      openshift(false),
      { runAsUser: 1000650007, fsGroup: 1000650008 },
      1000650007,
      1000650008,
    ],
    [
      'an application of another range',
      openshift(false),
      { runAsUser: 1000120000, fsGroup: 1000120000 },
      1000650000,
      1000650000,
    ],
  ])('runs as %s', (_, facts, application, user, fsGroup) => {
    const decision = decideSecurity('restricted', 'destination', {
      ...facts,
      application,
    });
    expect(decision.user).toBe(user);
    expect(decision.container).toMatchObject({ runAsUser: user });
    expect(decision.pod).toMatchObject({ fsGroup });
  });

  it('takes a privileged container only when it is asked for', () => {
    expect(
      decideSecurity('privileged', 'source', free).container,
    ).toMatchObject({ privileged: true });
    expect(decideSecurity('auto', 'source', free).container).not.toHaveProperty(
      'privileged',
    );
  });
});
