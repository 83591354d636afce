/** Unit tests (`unit`) are pure and beside their source; everything that needs a database, a browser or a server lives in test/. */
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  testEnvironment: 'node',
};

export default {
  // For the slowest: a database made, or a browser started, on a machine that is busy with the other tests.
  testTimeout: 60_000,
  // Two on any machine: with two cores Jest would take one, and whatever grows in it slows down all that follows.
  maxWorkers: 2,
  // Modules of a finished file stay in memory (Node’s vm modules are not let go); then a new worker goes on.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/counts-reporter.mjs'],
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{src,reports,seeds}/**/*.spec.{ts,tsx}'] },
    {
      ...shared,
      displayName: 'whole',
      testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
      // What is about Postgres alone, where no Postgres is asked for (test/support/engines.ts).
      testPathIgnorePatterns: (process.env.TEST_ENGINES ?? '').includes('postgres')
        ? []
        : ['\\.postgres\\.spec\\.ts$'],
    },
  ],
};
