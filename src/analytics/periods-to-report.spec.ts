import {
  makeFacts,
  makeIndicator,
  makeProgram,
  makeResult,
  makeTransaction,
} from '../core/fixtures/facts.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { periodsToReport } from './periods-to-report.ts';

const facts = makeFacts({
  indicators: [makeIndicator('sum')],
  programs: [makeProgram('P'), makeProgram('Q')],
  results: [
    makeResult('a', 'P', 1, { indicator: 'sum', periodEnd: '2017-06-30' }),
    makeResult('undated', 'P', 2, { indicator: 'sum', periodEnd: null }),
    makeResult('hoped', 'P', 9, { indicator: 'sum', kind: 'target', periodEnd: '2025-12-31' }),
  ],
  transactions: [makeTransaction('t', 'Q', 100, { valueDate: '2019-02-10' })],
});
const today = '2026-11-29';

describe('the periods that a form proposes', () => {
  it('are those in which a result or money last had its day, whichever is later, and no target', async () => {
    expect(await periodsToReport(makeReferenceView({ facts, today }))).toEqual([
      '2019-02',
      '2019-Q1',
      '2019',
    ]);
  });

  it('are of what the page is about', async () => {
    const view = makeReferenceView({ facts, today, filter: { program: 'P' } });
    expect(await periodsToReport(view)).toEqual(['2017-06', '2017-Q2', '2017']);
  });

  it('are over', async () => {
    const within = { facts, filter: { program: 'P' } };
    // On its last day the month still runs, and nothing ended before it.
    expect(await periodsToReport(makeReferenceView({ ...within, today: '2017-06-30' }))).toEqual([
      '2017-05',
      '2017-Q1',
      '2016',
    ]);
    expect(await periodsToReport(makeReferenceView({ ...within, today: '2017-07-01' }))).toEqual([
      '2017-06',
      '2017-Q2',
      '2016',
    ]);
  });
});
