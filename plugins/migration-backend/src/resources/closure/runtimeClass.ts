/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namedKind } from './ClosureKind';

export const runtimeClass = namedKind(
  'RuntimeClass',
  ['node.k8s.io/v1', 'node.k8s.io/v1beta1'],
  'named by pods and templates of pods',
  ({ runtimeClasses }) => runtimeClasses,
);
