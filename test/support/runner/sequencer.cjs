const { existsSync } = require('node:fs');
const { join } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const TESTS = join(__dirname, '../..');

/** The longest first. Some wait more than they work, so that they stand between those that work. */
const LONG = [
  'security/leaks.spec.ts',
  'integration/delivery-smtp.spec.ts',
  'integration/row-figures.spec.ts',
  'integration/platform/killed-worker.spec.ts',
  'integration/delivery-storm.postgres.spec.ts',
  'upgrades/upgrades.spec.ts',
  'browser/pages.spec.ts',
  'integration/platform/stopping.spec.ts',
  'web/weight.spec.ts',
  'integration/kept-totals.spec.ts',
  'security/attacks.spec.ts',
  'pdf/report-pages.spec.ts',
  'integration/platform/processes.spec.ts',
  'browser/doors.spec.ts',
  'integration/partitions.spec.ts',
  'pdf/renderer-failures.spec.ts',
  'integration/platform/backup.spec.ts',
  'security/operators.spec.ts',
  'integration/identifiers.spec.ts',
  'integration/access/sign-in.spec.ts',
  'security/file-rights.spec.ts',
  'security/leaks-by-rows-alone.spec.ts',
  'security/refusals.spec.ts',
  'pdf/reports.spec.ts',
  'pdf/crowded.spec.ts',
  'integration/access/accounts.spec.ts',
  'integration/report-jobs.spec.ts',
  'integration/access/trial.spec.ts',
  'integration/identity.spec.ts',
  'integration/platform/disk-full.spec.ts',
  'integration/exports.spec.ts',
  'integration/large-files.spec.ts',
  'integration/errata.spec.ts',
  'integration/delivery-what-comes.spec.ts',
  'integration/entry-courses.spec.ts',
  'integration/entry-pages.spec.ts',
  'integration/counting.spec.ts',
  'integration/entry-files.spec.ts',
  'browser/imports.spec.ts',
  'browser/large-files.spec.ts',
  'integration/narratives.spec.ts',
  'integration/entry.spec.ts',
  'browser/whole-path.spec.ts',
  'integration/writing-api.spec.ts',
  'integration/entry-columns.spec.ts',
].map((file) => join(TESTS, file));

/**
 * Begins with what takes longest, so that no worker is left with it at the end. Jest does so only where it has run them
 * before: elsewhere it begins with the largest files, and these are among the smallest.
 */
class LongestFirst extends Sequencer {
  /** @override */
  sort(tests) {
    const gone = LONG.filter((file) => !existsSync(file));
    if (gone.length > 0)
      throw new Error(`test/support/runner/sequencer.cjs names what is not there: ${gone}`);
    const place = ({ path }) => (LONG.includes(path) ? LONG.indexOf(path) : LONG.length);
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}

module.exports = LongestFirst;
