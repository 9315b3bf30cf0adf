/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What a cluster of a plan has to do with the application now. */
export const sidesMessages = {
  source: 'Source',
  destination: 'Destination',
  namespaces_one: 'Namespace {{names}}',
  namespaces_other: 'Namespaces {{names}}',
  picture: 'From cluster {{source}} to cluster {{destination}}',
  copied: '{{percent}} % copied',
  copiedFinal: '{{percent}} % of the final pass',
  status: {
    runs: 'The application runs here',
    kept: 'Stopped; the data is kept',
    stopped: 'Stopped',
    nothingYet: 'Nothing was copied yet',
    receivesData: 'Receives the data',
    receivesApplication: 'Receives the application',
    cleanedUp: 'Is being cleaned up',
    nothingLeft: 'Nothing is left here',
    copy: 'Holds a copy of the data',
    notStarted: 'Not started',
    part: 'May hold a part of the data',
  },
} as const;
