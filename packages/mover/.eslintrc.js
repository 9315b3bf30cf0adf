const shared = require('../../eslintRules.js');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ...shared,
  // Never built into a dist folder of its own, so __dirname is what it says.
  rules: { ...shared.rules, 'no-restricted-syntax': 'off' },
});
