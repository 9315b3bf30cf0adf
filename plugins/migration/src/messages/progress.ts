/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** How far a volume is; the parts are put in a row. */
export const progressMessages = {
  title: 'Volumes',
  rowsPerPage: 'Volumes per page',
  label: 'Progress of {{volume}}',
  passes: {
    bulk: '{{state}} (bulk pass)',
    final: '{{state}} (final pass)',
  },
  compared_one: '{{bytes}} in {{files}} file compared',
  compared_other: '{{bytes}} in {{files}} files compared',
  differences_one: '{{number}} difference',
  differences_other: '{{number}} differences',
  bytesOf: '{{done}} of {{total}}',
  files_one: '{{done}} file',
  files_other: '{{done}} files',
  filesOf_one: '{{done}} of {{total}} file',
  filesOf_other: '{{done}} of {{total}} files',
  rate: '{{bytes}}/s',
  left: '{{time}} left',
  over: 'over {{endpoint}}',
  vanished_one: '{{number}} file vanished meanwhile',
  vanished_other: '{{number}} files vanished meanwhile',
} as const;
