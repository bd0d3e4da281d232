import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Property tests share two cores with everything else.
    testTimeout: 30_000,
    // On two cores the default is one.
    maxWorkers: '100%',
    include: ['tests/{domain,content,state,i18n}/**/*.test.ts'],
    reporters: process.env['CI'] ? ['default'] : ['dot'],
  },
});
