/** Node's own loader, which reads a module once for all the files of a worker (test/support/runner). */
const native = {
  testEnvironment: '<rootDir>/test/support/runner/environment.cjs',
  runtime: '<rootDir>/test/support/runner/runtime.cjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {},
};

/** What is about Postgres alone, where no Postgres is asked for (test/support/engines.ts). */
const postgresAlone = (process.env.TEST_ENGINES ?? '').includes('postgres')
  ? []
  : ['\\.postgres\\.spec\\.ts$'];

/** Names what the workers of this run share with nobody else. */
process.env.TEST_RUN = String(process.pid);

/** Unit tests (`unit`) are pure and beside their source; everything that needs a database, a browser or a server lives in test/. */
export default {
  // For the slowest: a service that seeds its database, or a browser, on a machine that is busy with other work too.
  testTimeout: 300_000,
  // Four on any machine: with two cores Jest would take one, and others go on while tests of processes wait.
  maxWorkers: 4,
  globalTeardown: '<rootDir>/test/support/runner/ended.mjs',
  testSequencer: '<rootDir>/test/support/runner/sequencer.cjs',
  // What a worker's files leave in its memory goes with it; then a new one goes on.
  workerIdleMemoryLimit: '2GB',
  reporters: ['default', '<rootDir>/test/support/counts-reporter.mjs'],
  projects: [
    { ...native, displayName: 'unit', testMatch: ['<rootDir>/{src,reports,seeds}/**/*.spec.{ts,tsx}'] },
    {
      ...native,
      displayName: 'whole',
      testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: postgresAlone,
    },
  ],
};
