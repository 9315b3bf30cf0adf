/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
const { statSync } = require('node:fs');

/** By far the longest, seen in runs on two cores; the size of their files does not tell. */
const longest = [
  'kills',
  'matrix',
  'portal',
  'portalLegacy',
  'stateMigration',
  'hooks',
  'crashes',
];

/** Jest's testSequencer: a long test that begins last makes everything wait for it alone. */
module.exports = class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const index = longest.findIndex(name =>
        path.endsWith(`/${name}.clustertest.ts`),
      );
      return index < 0 ? longest.length : index;
    };
    return [...tests].sort(
      (a, b) =>
        rank(a) - rank(b) || statSync(b.path).size - statSync(a.path).size,
    );
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
