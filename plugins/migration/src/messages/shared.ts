/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What several pages say. */
export const sharedMessages = {
  retry: 'Retry',
  back: 'Back',
  /** What went wrong, and why. */
  failed: '{{what}}: {{reason}}',
  denied:
    '{{what}}: you do not have the right to see this. Ask who administers the portal for it. The answer was: {{reason}}',
} as const;
