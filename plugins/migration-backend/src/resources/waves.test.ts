/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { waveOf } from './waves';

describe('waveOf', () => {
  it.each([
    ['CustomResourceDefinition', 'Gadget'],
    ['ServiceAccount', 'RoleBinding'],
    ['Role', 'RoleBinding'],
    ['ConfigMap', 'Deployment'],
    ['Secret', 'StatefulSet'],
    ['PersistentVolumeClaim', 'Deployment'],
    ['Service', 'StatefulSet'],
    ['Deployment', 'HorizontalPodAutoscaler'],
    ['Service', 'Ingress'],
    ['ResourceQuota', 'Deployment'],
  ])('%s comes before %s', (first, second) => {
    expect(waveOf(first)).toBeLessThan(waveOf(second));
  });

  it('puts kinds that nobody knows last, together', () => {
    expect(waveOf('Gadget')).toBe(waveOf('Widget'));
    expect(waveOf('Gadget')).toBeGreaterThan(waveOf('Ingress'));
  });
});
