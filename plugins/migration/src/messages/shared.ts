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
} as const;
