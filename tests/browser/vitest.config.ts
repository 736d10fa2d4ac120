import { defineConfig } from 'vitest/config'

// One day in order: what the second test sees, the first one did.
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/browser/build.ts',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    bail: 1,
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/browser.json' }]] } : {}),
  },
})
