import type { Violation } from '../../src/core/conservation.ts';
import { replacing } from '../support/replacing.ts';

/** What the proof would find if the country view had lost Barbados; the rules themselves keep this from happening. */
const lost: Violation = {
  of: { indicator: 'officials-trained', kind: 'actual' },
  by: 'country',
  part: 'value',
  rowsSay: 101,
  totalSays: 123,
  rowKeys: ['BB'],
};
const importing = replacing({ 'src/core/conservation.ts': { violations: () => [lost] } });
const { startReferenceApp } = await importing<typeof import('../support/reference-app.ts')>(
  'test/support/reference-app.ts',
);
const { Reports } = await importing<typeof import('../../src/reporting/index.ts')>('src/reporting/index.ts');
const { issues } = await importing<typeof import('../../src/reporting/issues.table.ts')>(
  'src/reporting/issues.table.ts',
);

describe('a report whose views do not agree', () => {
  it('is not made, not stored, and the row is named', async () => {
    const app = await startReferenceApp();
    try {
      const reports = app.nest.get(Reports);
      const message =
        /officials-trained \(actual\) by country has value 101 in its rows and 123 in all; see the row BB\./;
      await expect(reports.issue({ report: 'portfolio', period: '2017-06' })).rejects.toThrow(message);
      expect(await app.database.db.select().from(issues)).toEqual([]);

      const { statusCode, body } = await app.nest.inject('/api/v1/reports/portfolio.pdf?period=2017-06');
      expect(statusCode).toBe(422);
      expect(JSON.parse(body)).toMatchObject({
        code: 'REPORT.NOT_CONSERVED',
        detail: expect.stringMatching(message),
      });

      const argv = 'portfolio --period 2017-06 --out a.pdf'.split(' ');
      const { exit, stderr, files } = await app.run({ name: 'report', argv, files: new Map() });
      expect({ exit, files }).toEqual({ exit: 1, files: [] });
      expect(stderr[0]).toMatch(message);
    } finally {
      await app.close();
    }
  });
});
