/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
const NAME = 'kubernetes.io/metadata.name';

/** Changes a selector of namespaces where it selects by name. */
export function renameInSelector(
  selector: any,
  namespaces: Record<string, string>,
): void {
  const renamed = (name: string) => namespaces[name] ?? name;
  if (selector?.matchLabels?.[NAME] !== undefined) {
    selector.matchLabels[NAME] = renamed(selector.matchLabels[NAME]);
  }
  for (const expression of selector?.matchExpressions ?? []) {
    if (expression.key === NAME && expression.values) {
      expression.values = expression.values.map(renamed);
    }
  }
}
