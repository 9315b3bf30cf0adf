/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// Tests that use the portal in a real browser, on two real clusters. Not in npm test before all of them have passed.
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.browsertest.ts'],
  transform: {
    '\\.tsx?$': require.resolve('@backstage/cli/config/jestSwcTransform'),
  },
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 1200000,
};
