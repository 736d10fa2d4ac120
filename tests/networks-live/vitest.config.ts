import { defineConfig } from 'vitest/config'

// Run by in-fakenet.mjs, in a network where the networks' own addresses are the fakes'. One day in order.
export default defineConfig({
  test: {
    include: ['tests/networks-live/**/*.test.ts'],
    globalSetup: 'tests/browser/build.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxConcurrency: 3,
    bail: 1,
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/networks.json' }]] } : {}),
  },
})
