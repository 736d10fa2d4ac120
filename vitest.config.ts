import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['browser', 'slack', 'networks-live', 'corpus', 'torture/rounds', 'bench'].map((it) => `tests/${it}/**`),
    testTimeout: 60_000,
    maxWorkers: 2,
    // .ci/run adds up what these files say.
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/main.json' }]] } : {}),
  },
})
