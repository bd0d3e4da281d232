import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import * as mdx from 'eslint-plugin-mdx';
import * as regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Who may import whom: `domain` only itself; `state` and `i18n` only `domain` besides (STYLE). */
function layer(folder, forbidden, message) {
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
  };
}

const browserGlobals = Object.keys(globals.browser).filter(
  (name) => !['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'console'].includes(name),
);

export default ts.config(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // The compiler demands brackets for index signatures (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Texts are taken apart by code point on purpose: that is what rules and formats speak of.
      '@typescript-eslint/no-misused-spread': 'off',
      // Control characters are what the readers of input look for.
      'no-control-regex': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc, regexp },
    rules: {
      // What is pasted can be huge and hostile: no expression may take more than linear time over it.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      'regexp/no-contradiction-with-assertion': 'error',
      'regexp/no-misleading-unicode-character': 'error',

      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: [
            'ExportNamedDeclaration > TSInterfaceDeclaration',
            'ExportNamedDeclaration > TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
          require: { ClassDeclaration: true, FunctionDeclaration: true },
        },
      ],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Every value is hostile: use textContent.' },
        { property: 'outerHTML', message: 'Every value is hostile: use textContent.' },
        { property: 'insertAdjacentHTML', message: 'Every value is hostile: use append.' },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...browserGlobals],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=Date][arguments.length=0]',
          message: 'No clock: take the day as a parameter.',
        },
        {
          selector: 'MemberExpression[object.name=Date][property.name=now]',
          message: 'No clock: take the day as a parameter.',
        },
        {
          selector: 'MemberExpression[object.name=Math][property.name=random]',
          message: 'No chance: take random values as parameters.',
        },
      ],
    },
  },
  layer('domain', ['../*', 'astro*', 'node:*', 'nanostores'], 'The rules stand for themselves.'),
  layer('domain/*', ['../../*', 'astro*', 'node:*', 'nanostores'], 'Only domain here.'),
  layer('state', ['../components/*', '../layouts/*', '../content*', 'astro*'], 'Only domain here.'),
  layer('i18n', ['../components/*', '../layouts/*', '../state/*', 'astro*'], 'Only domain here.'),
  layer(
    'components/secret-check',
    ['**/state/*', '**/link-values*', '**/copy-text/*'],
    'A secret has no way to a store or a link.',
  ),
  ...astro.configs.recommended,
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-text-directive': 'error',
      'no-undef': 'off',
    },
  },
  { ...mdx.flat, rules: { ...mdx.flat.rules, 'no-unused-expressions': 'off' } },
  {
    files: ['**/*.mdx'],
    languageOptions: { globals: Object.fromEntries([]) },
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
  { files: ['scripts/**/*.mjs', '*.config.*'], languageOptions: { globals: globals.node } },
  { files: ['src/layouts/first-paint.js'], languageOptions: { globals: globals.browser } },
);
