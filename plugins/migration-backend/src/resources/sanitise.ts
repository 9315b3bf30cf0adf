/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { resourceRules } from './rules';
import { RewriteContext } from './rules/ResourceRule';
import { transform } from './transforms';

/** The object as the destination should have it. @throws TransformError */
export function sanitise(
  object: KubernetesObject,
  context: RewriteContext,
): KubernetesObject {
  const ruled = resourceRules
    .filter(rule => rule.kinds.length === 0 || rule.kinds.includes(object.kind))
    .reduce((current, rule) => rule.apply(current, context), object);
  return transform(ruled, object, context);
}
