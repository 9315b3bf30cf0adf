/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namedKind } from './ClosureKind';

export const ingressClass = namedKind(
  'IngressClass',
  ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1'],
  'named by Ingresses',
  ({ ingressClasses }) => ingressClasses,
);
