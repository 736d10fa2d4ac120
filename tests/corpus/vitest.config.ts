import { defineConfig } from 'vitest/config'

// The whole corpus through the whole program takes minutes: a script of its own, `npm run test:corpus`.
export default defineConfig({
  test: {
    include: ['tests/corpus/**/*.test.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 60_000,
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/corpus.json' }]] } : {}),
  },
})
