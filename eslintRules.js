// Where Backstage's rules and this repository's style differ, for every package's .eslintrc.js.
module.exports = {
  rules: {
    // A file reads from what matters to what it uses; functions and types are hoisted.
    '@typescript-eslint/no-use-before-define': 'off',
    // Prettier lays chains of them out as a table.
    'no-nested-ternary': 'off',
    'no-loop-func': 'off',
    // openapi-fetch names its methods GET, POST and so on.
    'new-cap': 'off',
  },
  overrides: [
    {
      files: ['**/*.clustertest.ts', '**/*.test.ts', '**/*.test.tsx'],
      rules: {
        'jest/no-standalone-expect': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/expect-expect': 'off',
      },
    },
    {
      // what tests share: never part of a published package
      files: ['**/testing/**'],
      rules: {
        '@backstage/no-undeclared-imports': 'off',
        '@backstage/no-mixed-plugin-imports': 'off',
      },
    },
  ],
};
