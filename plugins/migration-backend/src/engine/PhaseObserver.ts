/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Told between what a phase did and what is recorded of it; for metrics, and for tests that kill the backend there. */
export type PhaseObserver = (moment: {
  migrationId: string;
  itinerary: string;
  phase: string;
  moment: 'started' | 'ran';
}) => void;
