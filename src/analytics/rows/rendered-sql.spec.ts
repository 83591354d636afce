import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { EVERYTHING } from '../../access/index.ts';
import { makeIndicator, makeResult } from '../../core/fixtures/facts.ts';
import { officerScope } from '../../core/fixtures/scopes.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { keptBalances, keptFunding } from '../kept-money.repository.ts';
import { keptIndicatorTotals, keptTotals } from '../kept-totals.repository.ts';
import { latePrograms, reportedSeries } from './due.repository.ts';
import { rowFigures } from './row-figures.repository.ts';

const FOLDER = join(import.meta.dirname, 'rendered');
const [LEADING, LATEST] = [
  makeIndicator('officials-trained'),
  makeIndicator('networks', { combineTime: 'latest' as const }),
];
const FILTER = { pillar: 'education', country: 'CR', donor: 'canada', program: 'TOUR' };
const WINDOW = { from: '2016-11-15', to: '2017-06-30' };
const DAY = '2017-06-30';
const ID = '00000000-0000-4000-8000-000000000001';

const asking = { scope: EVERYTHING, today: '2026-01-01' };
const names = {
  revision: 1,
  reportingCurrency: 'USD',
  pillars: [],
  places: [],
  organisations: [],
  indicators: [LEADING, LATEST],
};

/** A transaction that writes down what is asked, and answers with nothing. */
function writing(asked: string[]): Transaction {
  const dialect = new PgDialect();
  const execute = async (statement: SQL) => {
    asked.push(dialect.sqlToQuery(statement).sql);
    return [];
  };
  return { execute } as unknown as Transaction;
}

type Ask = (tx: Transaction) => Promise<unknown>;

/** One question of each kind, filtered by all that it can be where that changes the statement most. */
function questions(): Readonly<Record<string, Ask>> {
  const figures = (tx: Transaction) => rowFigures((ask) => ask(tx), { ...asking, names });
  const page = { limit: 50 };
  const due = { today: DAY, onTheWay: [] };
  const [ofLeading, ofLatest] = [{ indicator: LEADING.code }, { indicator: LATEST.code }];
  const target = makeResult(ID, 'TOUR', 100, { kind: 'target', indicator: LEADING.code });
  return {
    totals: (tx) =>
      keptTotals(tx, asking, LEADING, { ...ofLeading, kind: 'actual', by: 'country', filter: WINDOW }),
    'totals-latest': (tx) =>
      keptTotals(tx, asking, LATEST, { ...ofLatest, kind: 'actual', by: 'country', filter: WINDOW }),
    'indicator-totals': (tx) =>
      keptIndicatorTotals(tx, asking, [LEADING, LATEST], { kind: 'actual', filter: FILTER }),
    funding: (tx) => keptFunding(tx, asking, 'USD', { type: 'commitment', by: 'country', filter: WINDOW }),
    balances: (tx) => keptBalances(tx, asking, 'USD', { filter: { to: '2025-12-31' }, most: 8 }),
    'axes-of': (tx) => figures(tx).axesOf({ ...ofLeading, kind: 'actual', filter: FILTER }),
    'begun-earlier': (tx) => figures(tx).begunEarlier({ ...ofLeading, kind: 'actual', filter: WINDOW }),
    results: (tx) => figures(tx).results({ filter: {}, cutOff: DAY }, page),
    'results-filtered': (tx) =>
      figures(tx).results({ filter: { ...FILTER, ...WINDOW }, inOrderOf: 'newest' }, page),
    'results-behind-a-total': (tx) =>
      figures(tx).results({ filter: ofLeading, kind: 'actual', by: 'country', key: 'CR' }, page),
    'results-latest': (tx) =>
      figures(tx).results({ filter: ofLatest, kind: 'actual', by: 'year', key: '2017' }, page),
    entries: (tx) => figures(tx).entries({ type: 'commitment', filter: { donor: 'canada' } }, page),
    'amounts-as-paid': (tx) =>
      figures(tx).amountsAsPaid({ type: 'disbursement', filter: { donor: 'canada', to: DAY } }),
    targets: (tx) => figures(tx).targets({ filter: {}, cutOff: DAY }, page),
    'targets-by-concern': (tx) =>
      figures(tx).targets({ filter: {}, cutOff: DAY, inOrderOf: 'concern' }, page),
    'reported-for': (tx) => figures(tx).reportedFor(target, { filter: {}, cutOff: DAY }, page),
    programs: (tx) => figures(tx).programs({ filter: FILTER, begunBy: DAY, search: 'ports' }, page),
    'programs-in-tree': (tx) => figures(tx).programs({ filter: {}, begunBy: null, inOrderOf: 'tree' }, page),
    'programs-on-sheet': (tx) =>
      figures(tx).programs({ filter: { country: 'CR' }, begunBy: null, sheetDay: DAY }, page),
    'program-counts-by-country': (tx) =>
      figures(tx).programCountsBy({ filter: {}, begunBy: null, sheetDay: DAY }, 'country'),
    'program-counts-by-pillar': (tx) => figures(tx).programCountsBy({ filter: {}, begunBy: null }, 'pillar'),
    'program-counts-by-program': (tx) =>
      figures(tx).programCountsBy({ filter: {}, begunBy: null }, 'program'),
    standings: (tx) => figures(tx).standings(['TOUR-AG']),
    'program-gaps': (tx) => figures(tx).programGaps({ filter: {}, cutOff: DAY, begunBy: null, most: 10 }),
    gaps: (tx) =>
      figures(tx).gaps({ filter: {}, cutOff: DAY, begunBy: null, staleBefore: '2016-06-30', most: 10 }),
    'late-programs': (tx) =>
      latePrograms(tx, EVERYTHING, { ...due, programs: null, inOrderOf: 'most', limit: 20 }),
    'late-programs-of-mandate': (tx) =>
      latePrograms(tx, officerScope('TOUR'), { ...due, programs: ['TOUR'], inOrderOf: 'newest', limit: 20 }),
    'reported-series': (tx) => reportedSeries(tx, officerScope('TOUR'), { ...due, programs: ['TOUR'] }),
    'narratives-saying': (tx) => figures(tx).narrativesSaying('police officers', { limit: 10, most: 1_000 }),
    'cells-holding': (tx) => figures(tx).cellsHolding(['ñ']),
    'program-titles': (tx) => figures(tx).programTitles(),
    'program-spelling': (tx) => figures(tx).programSpelling('tour'),
  };
}

/** What a question asks, statement by statement, where it finds nothing. */
async function rendered(ask: Ask): Promise<string> {
  const asked: string[] = [];
  await ask(writing(asked));
  return `${asked.join(';\n\n')};\n`;
}

describe('the statements that figures are asked by', () => {
  const files = () => (existsSync(FOLDER) ? readdirSync(FOLDER).toSorted() : []);

  it.each(Object.entries(questions()))('%s: stand beside the code as they are', async (name, ask) => {
    const file = join(FOLDER, `${name}.sql`);
    const now = await rendered(ask);
    if (process.env.STORE_STATEMENTS === 'yes') writeFileSync(file, now);
    expect(now).toBe(readFileSync(file, 'utf8'));
  });

  it('has no statement that nobody asks', () => {
    const asked = Object.keys(questions()).map((name) => `${name}.sql`);
    expect(files()).toEqual(asked.toSorted());
  });
});
