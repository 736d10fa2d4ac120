import { defineConfig } from 'vitest/config'

// Run by tests/slack/in-fakenet.mjs, in a network where Slack's own addresses are the fake's. One day in order.
export default defineConfig({
  test: {
    include: ['tests/slack/**/*.test.ts'],
    globalSetup: 'tests/browser/build.ts',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    bail: 1,
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/slack.json' }]] } : {}),
  },
})
