/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const itineraryMessages = {
  phases: 'Phases',
  steps: 'Steps',
  attempt: '{{phase}} (attempt {{attempts}})',
  waitsFor: 'Waits for {{what}}',
  atMost: 'at most {{seconds}} more',
  now: '{{phase}}, for {{seconds}}',
} as const;
