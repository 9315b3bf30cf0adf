/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { PreflightCheck } from '@namespace-migration/plugin-migration-node';

/** The oldest that this is tested with. */
const OLDEST_MINOR = 20;

export interface ServerVersion {
  name: string;
  gitVersion: string;
  major: number;
  minor: number;
}

export const serverVersions: PreflightCheck = {
  name: 'ServerVersions',
  title: 'Versions of the API servers',
  async run({ source, destination }) {
    const [from, to] = await Promise.all(
      [source, destination].map(async cluster => ({
        name: cluster.name,
        ...(await cluster.version()),
      })),
    );
    return source.name === destination.name
      ? oldVersions([from])
      : [...oldVersions([from, to]), ...versionSkew(from, to)];
  },
};

export function oldVersions(clusters: ServerVersion[]): Condition[] {
  return clusters
    .filter(
      ({ major, minor }) => major < 1 || (major === 1 && minor < OLDEST_MINOR),
    )
    .map(({ name, gitVersion }) => ({
      type: 'ServerVersionUntested',
      category: 'Warn',
      message: `Cluster ${name} runs Kubernetes ${gitVersion}, and nothing older than 1.${OLDEST_MINOR} is tested. Upgrade it first, or try with a namespace that may be lost.`,
      object: { apiVersion: 'v1', kind: 'Cluster', name },
    }));
}

/** Newer servers drop versions of kinds and enforce more; older ones do not know fields and drop them silently. */
export function versionSkew(
  source: ServerVersion,
  destination: ServerVersion,
): Condition[] {
  const conditions: Condition[] = [];
  if (destination.minor < source.minor) {
    conditions.push({
      type: 'DestinationOlder',
      category: 'Warn',
      message: `Cluster ${destination.name} (${destination.gitVersion}) is older than cluster ${source.name} (${source.gitVersion}), and drops fields that it does not know. Look at the preview of the objects, or upgrade ${destination.name} first.`,
      object: { apiVersion: 'v1', kind: 'Cluster', name: destination.name },
    });
  }
  if (source.minor < 25 && destination.minor >= 25) {
    conditions.push({
      type: 'PodSecurityPoliciesGone',
      category: 'Advisory',
      message: `Cluster ${destination.name} (${destination.gitVersion}) knows no PodSecurityPolicies and enforces Pod Security labels of namespaces instead. Give the destination namespaces the level that their pods need (pod-security.kubernetes.io/enforce).`,
      object: { apiVersion: 'v1', kind: 'Cluster', name: destination.name },
    });
  }
  return conditions;
}
