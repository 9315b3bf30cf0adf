/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const timelineMessages = {
  title: 'Timeline',
  /** In place of the picture, for who does not see it. */
  summary:
    '{{phases}} phases in {{length}}, the longest {{longest}} with {{longestTime}}.',
  summaryDowntime:
    'The application was stopped for {{seconds}}, from {{from}} after the start.',
  summaryStopped:
    'The application is stopped for {{seconds}}, since {{from}} after the start.',
  downtimeWas: 'Application stopped for {{seconds}}',
  downtimeIs: 'Application stopped, for {{seconds}} so far',
  bar: '{{phase}}: {{seconds}}',
  barRunning: '{{phase}}: {{seconds}} so far',
  barFailed: '{{phase}}: failed after {{seconds}}',
  ofItinerary: '{{step}} ({{itinerary}})',
} as const;
