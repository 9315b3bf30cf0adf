/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { NotCompared } from '@namespace-migration/plugin-migration-common';
import { SecurityDecision } from './decideSecurity';

/** What a receiver of this level cannot give to files, and a proof of its copy must therefore leave out. */
export function notComparedOf(
  receiver: Pick<SecurityDecision, 'user'>,
): NotCompared[] {
  return receiver.user === undefined
    ? []
    : ['owner', 'group', 'devices', 'capabilities', 'volumeRoot'];
}
