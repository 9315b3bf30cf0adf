/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { expectsEndpoints } from './serviceEndpoints';

const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 's' },
  spec,
});
const pod = (rest: { status?: object; metadata?: object } = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  spec: { containers: [{ ports: [{ name: 'http', containerPort: 80 }] }] },
  status: { phase: 'Running' },
  ...rest,
  metadata: { name: 'p', labels: { app: 'web', tier: 'a' }, ...rest.metadata },
});
const selector = { app: 'web' };
const over = pod({ status: { phase: 'Succeeded' } });

describe('expectsEndpoints', () => {
  it.each<[string, object, object[], boolean]>([
    ['pods that run', { selector }, [pod()], true],
    ['headless', { selector, clusterIP: 'None' }, [pod()], true],
    ['no pods yet', { selector }, [], true],
    ['pods that are over', { selector }, [over], false],
    ['some that are over', { selector }, [over, pod()], true],
    [
      'only pods of others',
      { selector: { app: 'web', tier: 'b' } },
      [over],
      true,
    ],
    ['no selector', {}, [pod()], false],
    ['ExternalName', { type: 'ExternalName', selector }, [pod()], false],
  ])('%s', (_name, spec, pods, expected) => {
    expect(expectsEndpoints(service(spec), pods as any)).toBe(expected);
  });
});
