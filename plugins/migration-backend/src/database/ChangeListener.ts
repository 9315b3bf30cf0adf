/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Change } from '@namespace-migration/plugin-migration-common';

/** Called after what people see was written, for whatever reason and by whomever. */
export type ChangeListener = (change: Change) => void;

export const nobodyListens: ChangeListener = () => {};
