/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export interface KubectlTarget {
  /** Registered name of the cluster; it stands for the context. */
  cluster: string;
  apiVersion: string;
  kind: string;
  /** Absent when it has none. */
  namespace?: string;
  name: string;
}

/** What shows one object on its cluster, to be pasted into a shell. */
export function kubectlGet(target: KubectlTarget): string {
  const { apiVersion, kind, name } = target;
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return [...prefixOf(target), 'get', `${kind.toLowerCase()}${group}/${name}`]
    .map(quoted)
    .join(' ');
}

/** What shows all that carries a label. */
export function kubectlGetLabelled(
  where: { cluster: string; namespace?: string },
  resources: string[],
  selector: string,
): string {
  return [...prefixOf(where), 'get', resources.join(','), '-l', selector]
    .map(quoted)
    .join(' ');
}

function prefixOf({
  cluster,
  namespace,
}: {
  cluster: string;
  namespace?: string;
}): string[] {
  return [
    'kubectl',
    '--context',
    cluster,
    ...(namespace ? ['-n', namespace] : []),
  ];
}

/** Names of some kinds (roles, for example) may have nearly any character. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replace(/'/g, `'\\''`)}'`;
}
