import { defineConfig } from 'vitest/config'

/** Tests of the source text itself: they need no database. */
const rules = ['test/architecture.test.ts', 'test/boundaries.test.ts', 'test/words.test.ts']

// On somebody else's PostgreSQL (`npm run test:external`) there is no use in testing what needs none or brings its own.
const apart = process.env.DATABASE_URL
  ? [
      'bin/**',
      'test/resilience*',
      'src/platform/db/local-postgres*',
      'src/platform/{lock,process,log,config}.test.ts',
    ]
  : []

const onPostgres = {
  globalSetup: ['test/setup/postgres.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'rules', include: rules } },
      {
        test: {
          ...onPostgres,
          name: 'unit',
          include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...rules, ...apart],
        },
      },
      {
        test: {
          ...onPostgres,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
