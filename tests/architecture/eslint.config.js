import { resolve } from 'node:path'
import globals from 'globals'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { bannedEverywhere, bannedGlobals, bannedInDomain, bannedInTests } from './banned-syntax.js'

const root = resolve(import.meta.dirname, '../..')
const sources = [
  'electron/**/*.ts',
  'renderer/**/*.{ts,tsx}',
  'shared/**/*.ts',
  'tests/**/*.{ts,tsx}',
  '*.ts',
]

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'out/**', 'dist/**', 'demo-out/**', '**/*.d.mts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: sources,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...bannedEverywhere],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/data/**/*.ts', 'renderer/host/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...bannedGlobals] },
  },
  {
    files: ['shared/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedEverywhere, ...bannedInDomain] },
  },
  {
    // Tests try what the page must refuse.
    files: ['tests/**/*.{ts,tsx}'],
    rules: { 'no-eval': 'off', 'no-new-func': 'off', 'no-restricted-syntax': ['error', ...bannedInTests] },
  },
  {
    files: ['electron/launch/**/*.mjs', 'tests/architecture/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines': ['error', { max: 200 }], 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
)
