/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type DemoObject } from './DemoApplication';

export function claim(name: string, storage: string): DemoObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    // no class: the cluster's default one
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
    },
  };
}

export function service(
  name: string,
  selector: Record<string, string>,
  port: number,
  targetPort: number,
): DemoObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector, ports: [{ port, targetPort }] },
  };
}
