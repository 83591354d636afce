import { writeFileSync } from 'node:fs';

/**
 * Ends a run with one line that people and machines read: `N passed, N failed, N skipped`. Where scripts/test.ts asks for it
 * (TEST_RUN_TO), what ran is written there instead, as JSON: the three numbers, and the files that failed.
 */
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } =
      results;
    // A file that could not even be loaded has no failed test to show for it.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    if (process.env.TEST_RUN_TO !== undefined) {
      const files = results.testResults
        .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError !== undefined)
        .map(({ testFilePath, numPassingTests, numPendingTests }) => ({
          path: testFilePath,
          passed: numPassingTests,
          skipped: numPendingTests,
        }));
      writeFileSync(
        process.env.TEST_RUN_TO,
        JSON.stringify({ passed: numPassedTests, failed, skipped, files }),
      );
      return;
    }
    // Jest writes its own summary after every reporter.
    process.on('exit', () =>
      process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`),
    );
  }
}
