/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const diagnosticsMessages = {
  download: 'Download diagnostics',
  hint: 'What the migration did, its events and logs, as one file without secrets',
  failed: 'The diagnostics could not be gathered: {{error}}',
} as const;
