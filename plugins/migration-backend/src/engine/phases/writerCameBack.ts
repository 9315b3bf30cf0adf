/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { writersOf } from './writersOf';

/**
 * After the writers were seen to be gone, somebody (a person, an operator, a pipeline) may start them again. What was
 * copied is then not the last state, and starting the destination would make two live copies (invariants 1 and 2).
 */
export async function writerCameBack(
  context: Parameters<typeof writersOf>[0],
): Promise<Condition | undefined> {
  const [pod] = await writersOf(context);
  if (!pod) {
    return undefined;
  }
  const { namespace, name } = pod.metadata;
  return {
    type: 'WriterCameBack',
    category: 'Critical',
    message: `Pod ${namespace}/${name} was started on ${context.source.name} during the cutover. Find out who starts it (an operator, a pipeline, autoscaling), stop that, and cut over again.`,
    object: {
      cluster: context.source.name,
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name,
    },
  };
}
