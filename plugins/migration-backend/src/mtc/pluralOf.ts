/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ManifestRefused, textOf } from './manifest';

const irregular: Record<string, string> = {
  Endpoints: 'endpoints',
  SecurityContextConstraints: 'securitycontextconstraints',
};

/** `plural.group` of MTC's group and kind. The API says kinds in the singular, and plans in the plural of its paths. */
export function pluralOf(included: any): string {
  const kind = textOf(included?.kind, 'spec.includedResources[].kind');
  const group = textOf(included?.group, 'spec.includedResources[].group');
  if (!kind) {
    throw new ManifestRefused(
      'spec.includedResources[].kind: it is missing. Name a kind.',
    );
  }
  const plural = irregular[kind] ?? regular(kind.toLowerCase());
  return group ? `${plural}.${group}` : plural;
}

function regular(kind: string): string {
  if (/(s|x|ch|sh)$/.test(kind)) {
    return `${kind}es`;
  }
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
