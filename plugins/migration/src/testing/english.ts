/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mockApis } from '@backstage/frontend-test-utils';
import { migrationTranslationRef, Translate } from '../translation';

const found = mockApis.translation().getTranslation(migrationTranslationRef);
if (!found.ready) {
  throw new Error('the English messages are part of the reference');
}

/** Gives the texts that are in `messages/`. */
export const english: Translate = found.t;
