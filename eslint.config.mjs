import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const wallClock = 'Take `now` as an argument, or ask the injected Clock.';
const environment = 'Only src/platform/config reads the environment.';

/** What may not appear outside the one place that owns it. */
const ownedElsewhere = {
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: wallClock },
    { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: wallClock },
    { selector: "MemberExpression[object.name='process'][property.name='env']", message: environment },
    { selector: "Property[key.name='eager'][value.value=true]", message: 'Name the joins of each query.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '**/dist/',
      '.data/',
      '.cache/',
      'node_modules/',
      'data/',
      'web/src/shared/api/schema.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        module: 'readonly',
        require: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Rows of plain SQL are typed where they are received.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/clock/**', 'src/platform/config/**', 'src/**/*.spec.ts'],
    rules: ownedElsewhere,
  },
  {
    // Answers in tests are JSON of many shapes; each test says what it expects of them.
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
);
