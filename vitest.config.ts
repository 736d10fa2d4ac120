import { defineConfig } from 'vitest/config'

/** They change what all files of a process share: a module, the timers, the environment. */
const ALONE = [
  'tests/failures/14-off-the-air.test.ts',
  'tests/failures/19-database.test.ts',
  'tests/airing/every-minute.test.ts',
  'tests/web/hooks.test.ts',
  'tests/web/outside.test.ts',
  'tests/lock.test.ts',
]
const elsewhere = ['browser', 'slack', 'networks-live', 'corpus', 'torture/rounds', 'bench'].map(
  (it) => `tests/${it}/**`,
)

export default defineConfig({
  test: {
    testTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // The clients of the networks and of Slack take longer to load than most files to run: once a process is enough.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, ...ALONE],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    // .ci/run adds up what these files say.
    ...(process.env.CI ? { reporters: ['default', ['json', { outputFile: 'dist/tests/main.json' }]] } : {}),
  },
})
