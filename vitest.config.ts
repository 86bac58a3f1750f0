import { defineConfig } from 'vitest/config'
import type { TestSequencerConstructor, TestSpecification } from 'vitest/node'

/** Tests of the source text itself: they need no database. */
const rules = [
  'academy',
  'alone',
  'architecture',
  'boundaries',
  'docs',
  'laws',
  'migrations',
  'shown',
  'words',
].map((name) => `test/${name}.test.ts`)

// On somebody else's PostgreSQL (`npm run test:external`) there is no use in testing what needs none or brings its own; nor
// in sending every write again and again, or what is refused before the database hears of it: each statement of theirs is
// run by the tests of its own module.
const apart = process.env.DATABASE_URL
  ? [
      'bin/**',
      'bench/**',
      'e2e/**',
      'test/resilience*',
      'test/{authorization-writes,hostile,hostile-text}.test.ts',
      'src/platform/db/local-postgres*',
      'src/platform/{lock,process,log,config,low-priority}.test.ts',
      'src/loop/4-validation/charter/contrast/{look,words}.test.ts',
    ]
  : []

/** The files that take longest, in that order: they begin first, so that none is left alone at the end. */
const long = [
  'test/authorization-writes',
  'e2e/pages',
  'test/hostile-text',
  'test/resilience',
  'e2e/loop',
  'e2e/keyboard',
  'e2e/phone',
  'e2e/demo',
  'src/app/demo',
  'e2e/',
  'bin/cairn',
  'test/',
  'src/platform/db/local-postgres',
]
const rank = ({ moduleId }: TestSpecification) => {
  const found = long.findIndex((start) => moduleId.includes(`/${start}`))
  return found < 0 ? long.length : found
}
const sort = async (files: TestSpecification[]) => files.toSorted((one, other) => rank(one) - rank(other))
const shard = async (files: TestSpecification[]) => files
function LongestFirst() {
  return { sort, shard }
}

// Nothing waits on time: these only end what hangs, however slow the machine is.
const patience = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  teardownTimeout: 60_000,
  expect: { poll: { timeout: 120_000 } },
}

// Files share the modules of a worker, which take longer to read than most files to run: what a test replaces is put back.
const together = { isolate: false, unstubGlobals: true, restoreMocks: true }

export default defineConfig({
  test: {
    // One more than a small machine has processors: many tests wait for a server that starts, or for a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst as unknown as TestSequencerConstructor },
    projects: [
      { test: { ...patience, name: 'rules', include: rules } },
      {
        test: {
          ...patience,
          ...together,
          name: 'product',
          globalSetup: ['test/setup/postgres.ts'],
          setupFiles: ['test/setup/worker.ts'],
          include: ['{src,bin,test,e2e,bench}/**/*.test.ts'],
          exclude: [...rules, ...apart],
        },
      },
    ],
  },
})
