/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverSecurity,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import {
  decideSecurity,
  SecurityDecision,
  SecurityFacts,
  UID_RANGE_ANNOTATION,
} from './decideSecurity';

/** Reads what the decision needs. A namespace that is not there yet is taken for `instead`. */
export async function securityFor(
  cluster: ClusterClient,
  options: {
    namespace: string;
    asked: MoverSecurity;
    side: 'source' | 'destination';
    application?: PlannedVolume['application'];
    instead?: Pick<SecurityFacts, 'labels' | 'annotations'>;
  },
): Promise<SecurityDecision> {
  const found = await cluster.get({
    apiVersion: 'v1',
    kind: 'Namespace',
    name: options.namespace,
  });
  const { labels, annotations } = found?.metadata ?? options.instead ?? {};
  const mayUsePrivileged =
    annotations?.[UID_RANGE_ANNOTATION] === undefined ||
    (await cluster.can({
      verb: 'use',
      group: 'security.openshift.io',
      resource: 'securitycontextconstraints',
      name: 'privileged',
      namespace: options.namespace,
    }));
  return decideSecurity(options.asked, options.side, {
    labels,
    annotations,
    mayUsePrivileged,
    application: options.application,
  });
}
