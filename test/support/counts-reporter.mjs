/** Ends a run with one line that people and machines read: `N passed, N failed, N skipped`. */
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } =
      results;
    // A file that could not even be loaded has no failed test to show for it.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`;
    // Jest writes its own summary after every reporter.
    process.on('exit', () => process.stdout.write(line));
  }
}
