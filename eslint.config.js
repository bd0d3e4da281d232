import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import * as mdx from 'eslint-plugin-mdx';
import * as regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The layers of folders, lowest first: a folder may import only from earlier layers. A folder missing from this table
 * stops the linter.
 */
const layers = {
  src: [
    ['domain', 'styles'],
    ['content'],
    ['i18n'],
    ['content-model', 'state', 'microsoft'],
    ['read-model'],
    ['components'],
    ['layouts'],
    ['pages'],
  ],
  'src/domain': [
    ['text', 'guide'],
    ['secrets', 'search'],
    ['values'],
    ['registration'],
    ['compare', 'customers'],
    ['scripts', 'fields'],
    ['errors'],
    ['sign-in'],
    ['check'],
    ['support'],
    ['ask', 'summary'],
  ],
};

/** Other forbidden imports: the domain uses no browser and no network, words no framework. */
const extraBans = {
  'src/domain': ['astro*', 'node:*', 'nanostores', '@azure/*'],
  'src/i18n': ['astro*', 'nanostores'],
  'src/state': ['astro*', '@azure/*'],
  'src/microsoft': ['astro*', 'nanostores'],
  'src/components/secret-check': ['**/state/*', '**/link-values*', '**/copy-text/*'],
};

/** The forbidden imports of each folder; a nested folder inherits those of its parent. */
function forbidden() {
  const all = new Map();
  for (const [place, rows] of Object.entries(layers)) {
    const placed = rows.flat();
    for (const { name } of readdirSync(place, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    ))
      if (!placed.includes(name))
        throw new Error(`${place}/${name}: say in eslint.config.js what it may import.`);
    rows.forEach((row, index) => {
      for (const folder of row) {
        const others = placed.filter(
          (other) => other !== folder && !rows.slice(0, index).flat().includes(other),
        );
        all.set(
          `${place}/${folder}`,
          others.map((other) => `**/${other}/**`),
        );
      }
    });
  }
  for (const [folder, names] of Object.entries(extraBans))
    all.set(folder, [...(all.get(folder) ?? []), ...names]);
  // The topmost folder may import everything.
  const restricted = [...all].filter(([, names]) => names.length > 0);
  return restricted.map(([folder, group]) => {
    const inherited = [...all]
      .filter(([other]) => folder.startsWith(`${other}/`))
      .flatMap(([, names]) => names);
    return {
      files: [`${folder}/**/*.{ts,astro}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: [...group, ...inherited],
                message: 'A folder imports only from those below it.',
              },
            ],
          },
        ],
      },
    };
  });
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
      // The compiler requires brackets for index signatures (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Texts are split by code point on purpose: rules and formats are defined in code points.
      '@typescript-eslint/no-misused-spread': 'off',
      // The readers of input look for control characters.
      'no-control-regex': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc, regexp },
    rules: {
      // Pasted text can be huge and hostile: no expression may take more than linear time.
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
  ...forbidden(),
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
  // These scripts also run code in the measured page.
  { files: ['scripts/bench/*.mjs'], languageOptions: { globals: globals.browser } },
  // These stand in the page itself.
  {
    files: [
      'src/layouts/first-paint.js',
      'src/layouts/go-on.js',
      'src/components/authentication-page/open-variant.js',
      'src/components/*/before-paint.js',
    ],
    languageOptions: { globals: globals.browser },
  },
  {
    // French has unbreakable spaces before some signs.
    files: ['**/*.mdx', '**/*.md'],
    rules: { 'no-irregular-whitespace': 'off' },
  },
);
