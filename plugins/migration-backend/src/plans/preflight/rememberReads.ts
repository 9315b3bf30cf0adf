/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterClient } from '@namespace-migration/plugin-migration-node';

const remembered = [
  'get',
  'list',
  'can',
  'version',
  'serverTime',
  'resourceTypes',
  'findType',
] as const;

/** The same client, with what it reads asked for once: ten checks do not list pods ten times. */
export function rememberReads(client: ClusterClient): ClusterClient {
  const remembering = Object.create(client);
  for (const method of remembered) {
    const answers = new Map<string, unknown>();
    remembering[method] = (...parameters: unknown[]) => {
      // a type from discovery and a literal of the same kind are one question
      const key = JSON.stringify(parameters, (_, value) =>
        value?.kind && value?.apiVersion && value?.verbs
          ? { apiVersion: value.apiVersion, kind: value.kind }
          : value,
      );
      if (!answers.has(key)) {
        answers.set(
          key,
          (client[method] as Function).apply(client, parameters),
        );
      }
      return answers.get(key);
    };
  }
  return remembering;
}
