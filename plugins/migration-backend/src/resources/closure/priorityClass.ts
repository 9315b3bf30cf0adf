/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namedKind } from './ClosureKind';

export const priorityClass = namedKind(
  'PriorityClass',
  ['scheduling.k8s.io/v1', 'scheduling.k8s.io/v1beta1'],
  'named by pods and templates of pods',
  ({ priorityClasses }) => priorityClasses,
);
