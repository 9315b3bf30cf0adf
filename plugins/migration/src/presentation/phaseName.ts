/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { phasesMessages } from '../messages/phases';
import type { Translate } from '../translation';
import { humanize } from './humanize';

/** A phase, or the moment of a hook, in words. One that is newer than this portal reads as its own name. */
export function phaseName(phase: string, t: Translate): string {
  return isKnown(phase) ? t(`phases.${phase}`) : humanize(phase);
}

function isKnown(phase: string): phase is keyof typeof phasesMessages {
  return Object.hasOwn(phasesMessages, phase);
}
