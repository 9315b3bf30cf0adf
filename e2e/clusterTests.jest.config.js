/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// Tests on two real clusters; runAllTests.ts brings these up.
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.clustertest.ts'],
  transform: {
    '\\.tsx?$': require.resolve('@backstage/cli/config/jestSwcTransform'),
  },
  transformIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/src/buildTestBackend.ts',
  testTimeout: 1200000,
  testSequencer: require.resolve('./longestFirst'),
};
