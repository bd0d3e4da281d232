import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import jsdoc from 'eslint-plugin-jsdoc';
import * as mdx from 'eslint-plugin-mdx';
import * as regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The folders of a place, from the ground up: each imports from those before it, never from those after it. A folder that
 * stands in none of the lines below stops the linter.
 */
const floors = {
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
    ['secrets'],
    ['values'],
    ['registration'],
    ['compare'],
    ['scripts', 'fields'],
    ['errors'],
    ['sign-in'],
    ['check'],
  ],
};

/** What a folder must not import besides what lies above it: rules know no browser and no network, and words no frame. */
const foreign = {
  'src/domain': ['astro*', 'node:*', 'nanostores', '@azure/*'],
  'src/i18n': ['astro*', 'nanostores'],
  'src/state': ['astro*', '@azure/*'],
  'src/microsoft': ['astro*', 'nanostores'],
  'src/components/secret-check': ['**/state/*', '**/link-values*', '**/copy-text/*'],
};

/** Everything that a folder must not import, by the folder: a folder within another keeps to that one's rule too. */
function forbidden() {
  const all = new Map();
  for (const [place, rows] of Object.entries(floors)) {
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
  for (const [folder, names] of Object.entries(foreign))
    all.set(folder, [...(all.get(folder) ?? []), ...names]);
  // The topmost folder may import everything.
  const bound = [...all].filter(([, names]) => names.length > 0);
  return bound.map(([folder, group]) => {
    const around = [...all]
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
                group: [...group, ...around],
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
  // What runs in the measured page.
  { files: ['scripts/bench/*.mjs'], languageOptions: { globals: globals.browser } },
  { files: ['src/layouts/first-paint.js'], languageOptions: { globals: globals.browser } },
);
