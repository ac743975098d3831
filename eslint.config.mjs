import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Packages with one owner: importing them anywhere else is an error. */
const owned = {
  electron: { name: 'electron', message: 'electron is imported by main, preload and platform alone.' },
  lowdb: { name: 'lowdb', message: 'lowdb belongs to the store.' },
  docx: { name: 'docx', message: 'docx belongs to documents.' },
  exceljs: { name: 'exceljs', message: 'exceljs belongs to documents.' },
  electronStore: { name: 'electron-store', message: 'electron-store belongs to platform.' },
};

export default defineConfig([
  globalIgnores(['dist/**', 'node_modules/**']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.shared.json',
          './tsconfig.electron.json',
          './tsconfig.renderer.json',
          './tsconfig.test.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // An interface without members of its own gives a large inferred type a name that declarations use.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-imports': ['error', { paths: Object.values(owned) }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/platform/**', 'electron/ipc/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [owned.lowdb, owned.docx, owned.exceljs] }],
    },
  },
  {
    files: ['electron/platform/**', 'electron/main.ts', 'electron/preload.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportSpecifier[imported.name='ipcMain']",
          message: 'ipcMain lives in electron/ipc alone.',
        },
      ],
    },
  },
  {
    files: ['electron/store/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [owned.electron, owned.docx, owned.exceljs] }] },
  },
  {
    files: ['electron/documents/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [owned.electron, owned.lowdb] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'mingze', message: 'Only renderer/api.ts reaches the host.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only renderer/api.ts reaches the host.' },
      ],
    },
  },
  {
    // A workbook that somebody brought is read in a worker of the screen, not beside the school's data.
    files: ['renderer/ui/files/viewer/sheet-*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [owned.electron, owned.lowdb, owned.docx, owned.electronStore] },
      ],
    },
  },
  {
    files: ['renderer/api.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Rules have no clock: use shared/kernel/dates.ts on a given instant.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules have no chance: take a seed.' },
      ],
    },
  },
  {
    files: ['shared/kernel/dates.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['test/**', '**/*.test.{ts,tsx}', 'electron/cli/**'],
    rules: {
      'no-restricted-imports': 'off',
      'no-console': 'off',
      'no-restricted-globals': 'off',
      'max-lines': 'off',
    },
  },
]);
