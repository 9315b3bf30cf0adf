/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NamespaceSummary } from '@namespace-migration/plugin-migration-common';
import { PlanDraft } from './planDraft';

export interface NamespaceRow {
  name: string;
  /** Missing for one that was chosen and is not on the cluster. */
  summary?: NamespaceSummary;
  /** Its place in the draft, undefined when it is not chosen. */
  index?: number;
  destination: string;
}

/** The API refuses them as sources. */
const ofTheCluster = /^(kube-|openshift-|default$)/;

/**
 * Namespaces to choose from, by name; those that belong to the cluster are left out. What is chosen and not found comes
 * first, when it is known what there is.
 */
export function namespaceRows(
  found: NamespaceSummary[] | undefined,
  draft: Pick<PlanDraft, 'namespaces'>,
  filter: { search: string; onlyChosen: boolean },
): NamespaceRow[] {
  const chosen = new Map(
    draft.namespaces.map(({ source, destination }, index) => [
      source,
      { index, destination },
    ]),
  );
  const there = new Set((found ?? []).map(({ name }) => name));
  const rows: NamespaceRow[] = [
    ...draft.namespaces
      .filter(({ source }) => !there.has(source))
      .map(({ source, destination }) => ({
        name: source,
        destination,
        index: chosen.get(source)!.index,
      })),
    ...(found ?? [])
      .filter(({ name }) => chosen.has(name) || !ofTheCluster.test(name))
      .map(summary => ({
        name: summary.name,
        summary,
        destination: '',
        ...chosen.get(summary.name),
      })),
  ];
  const search = filter.search.trim().toLowerCase();
  return rows.filter(
    ({ name, index }) =>
      name.includes(search) && (!filter.onlyChosen || index !== undefined),
  );
}
