import { type SQL, sql } from 'drizzle-orm';
import { type Balance, type Balances, leftOfAll, ofStages, STAGES, type Stage } from '../core/balances.ts';
import { type Exact, exactIn, sumOf } from '../core/decimal.ts';
import type { Dimension } from '../core/dimension.ts';
import type { TransactionType } from '../core/funding.ts';
import {
  type FundingQuery,
  type FundingTotals,
  fundingFrom,
  type MoneyFigure,
  refuseAxis,
} from '../core/funding-totals.ts';
import { restOfMoney } from '../core/leading-rows.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { keptEntries, keptMoney } from './kept.table.ts';
import {
  type Asking,
  type Columns,
  columnsAt,
  keyIn,
  narrowing,
  spanIn,
  timeOfMonth,
  timePattern,
} from './kept-keys.repository.ts';
import { type Level, moneyLevelFor, piecesOf, type Read, type Spans, timesAt } from './kept-plan.ts';
import { isAmong } from './rows/conditions.repository.ts';

/**
 * Money of one type as `fundingTotals` of src/core/funding-totals.ts gives it, from totals that are kept (kept.table.ts)
 * and the transactions at the ends of a window.
 *
 * @param tx reads with the rights of the scope (`readInScope`)
 * @param currency the reporting currency
 * @throws DomainError `FUNDING.NO_AXIS` (call) for a breakdown axis
 */
export async function keptFunding(
  tx: Transaction,
  asking: Asking,
  currency: string,
  query: FundingQuery,
): Promise<FundingTotals> {
  refuseAxis(query.by);
  const rows = await moneySums(tx, asking, query);
  const whole = addUp(query.by) ? wholeOf(rows) : await moneySums(tx, asking, { ...query, by: null });
  const [converted] = whole.filter(({ currency: own }) => own === '');
  return fundingFrom(query, {
    currency,
    rows: rows.filter(({ currency: own }) => own === '').map(({ key, figure }) => ({ key, ...figure })),
    total: converted?.figure ?? NOTHING,
    notConverted: whole
      .filter(({ currency: own }) => own !== '')
      .map(({ currency: own, figure: { amountMinor, transactionCount } }) => ({
        currency: own,
        amountMinor,
        transactionCount,
      })),
  });
}

/** Whether every transaction is in one row alone: it may spread over places and pillars, and counts once in all. */
function addUp(by: Dimension): boolean {
  return by !== 'country' && by !== 'pillar';
}

/**
 * What was committed, disbursed and spent as `balancesOf` of src/core/balances.ts gives it, from the same: of a large portfolio
 * only the programmes that lead leave the database.
 *
 * @param tx reads with the rights of the scope (`readInScope`)
 * @param currency the reporting currency
 * @param most rows, the rest among them; null: all programmes
 */
export async function keptBalances(
  tx: Transaction,
  asking: Asking,
  currency: string,
  { filter, most }: Pick<FundingQuery, 'filter'> & { readonly most: number | null },
): Promise<Balances> {
  const portions = portionsOf(asking, { type: STAGES, by: 'program', filter });
  const found = portions === null ? [] : await stagedSums(tx, portions, most);
  const converted = found.filter(({ currency: own }) => own === '');
  const rows = converted.flatMap(({ key, balance }) => (key === null ? [] : [{ key, ...balance }]));
  const rest = converted.find(({ key }) => key === null);
  const all = converted.map(({ balance }) => balance);
  return {
    currency,
    rows,
    rest: rest === undefined ? null : { count: rest.programs, ...rest.balance },
    total: {
      ...ofStages((stage) => restOfMoney(all.map((balance) => balance[stage]))),
      left: leftOfAll(all),
    },
    notConverted: ofStages((stage) =>
      found
        .filter(({ currency: own }) => own !== '')
        .flatMap(({ currency: own, balance }) => {
          const { amountMinor, transactionCount } = balance[stage];
          return amountMinor === null ? [] : [{ currency: own, amountMinor, transactionCount }];
        }),
    ),
  };
}

interface StagedSums {
  /** Empty: the reporting currency. */
  readonly currency: string;
  /** Null: of several programmes together. */
  readonly key: string | null;
  readonly programs: number;
  readonly balance: Balance;
}

/** The programmes that lead, all others, and what is not converted of all by its currency, in this order. */
async function stagedSums(
  tx: Transaction,
  portions: SQL,
  most: number | null,
): Promise<readonly StagedSums[]> {
  const ofStage = (stage: Stage) =>
    sql.join(
      MONEY.map(
        (name) =>
          sql`sum(${sql.identifier(name)}) FILTER (WHERE type = ${stage}) AS ${sql.identifier(`${stage}_${name}`)}`,
      ),
      sql`, `,
    );
  const columns = STAGES.flatMap((stage) => MONEY.map((name) => sql.identifier(`${stage}_${name}`)));
  const isShown =
    most === null ? sql`currency = ''` : sql`currency = '' AND (programs <= ${most} OR nth < ${most})`;
  const rows = await rowsOf<Readonly<Record<string, string | null>>>(
    tx,
    sql`WITH sums AS (
        SELECT type, key, currency, sum(count) AS count, sum(amount) AS amount, sum(illustrative) AS illustrative
        FROM (${portions}) AS portions GROUP BY type, key, currency HAVING sum(count) <> 0
      ), balances AS (
        SELECT key, currency, ${sql.join(STAGES.map(ofStage), sql`, `)} FROM sums GROUP BY key, currency
      ), ranked AS (
        SELECT *, count(*) OVER own AS programs,
          row_number() OVER (own ORDER BY disbursement_amount DESC NULLS LAST, key COLLATE "C") AS nth
        FROM balances WINDOW own AS (PARTITION BY currency)
      ), told AS (SELECT *, CASE WHEN ${isShown} THEN nth END AS place FROM ranked)
      SELECT currency, CASE WHEN place IS NOT NULL THEN min(key::text) END AS key, count(*)::text AS programs,
        sum(disbursement_amount - expenditure_amount)::text AS "left",
        ${sql.join(
          columns.map((column) => sql`sum(${column})::text AS ${column}`),
          sql`, `,
        )}
      FROM told GROUP BY currency, place ORDER BY currency COLLATE "C", place NULLS LAST`,
  );
  const exactOrNull = (sum: string | null | undefined) => (sum == null ? null : exactIn(sum));
  return rows.map((row) => ({
    currency: row.currency ?? '',
    key: row.key ?? null,
    programs: Number(row.programs),
    balance: {
      ...ofStages((stage) => ({
        amountMinor: exactOrNull(row[`${stage}_amount`]),
        illustrativeMinor: exactIn(row[`${stage}_illustrative`] ?? '0'),
        transactionCount: Number(row[`${stage}_count`] ?? 0),
      })),
      left: exactOrNull(row.left),
    },
  }));
}

const MONEY = ['count', 'amount', 'illustrative'] as const;

type Question = Pick<FundingQuery, 'filter'> & {
  readonly type: TransactionType | readonly TransactionType[];
  readonly by: Dimension | null;
};

interface Sum {
  readonly key: string;
  /** Empty: the reporting currency. */
  readonly currency: string;
  readonly figure: MoneyFigure & { readonly amountMinor: Exact };
}

const NOTHING: MoneyFigure = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };

function wholeOf(sums: readonly Sum[]): readonly Sum[] {
  return [...Map.groupBy(sums, ({ currency }) => currency)].map(([currency, own]) => ({
    key: '',
    currency,
    figure: {
      amountMinor: sumOf(own, ({ figure }) => figure.amountMinor),
      illustrativeMinor: sumOf(own, ({ figure }) => figure.illustrativeMinor),
      transactionCount: own.reduce((count, { figure }) => count + figure.transactionCount, 0),
    },
  }));
}

/** Sums by key and currency; without what they are broken down by, under an empty key. */
export async function moneySums(
  tx: Transaction,
  asking: Asking,
  question: Question & { readonly type: TransactionType },
): Promise<readonly Sum[]> {
  const portions = portionsOf(asking, question);
  if (portions === null) return [];
  const rows = await rowsOf<
    Readonly<Record<'key' | 'currency' | 'count' | 'amount' | 'illustrative', string>>
  >(
    tx,
    sql`SELECT key, currency, sum(count)::text AS count, sum(amount)::text AS amount, sum(illustrative)::text AS illustrative
      FROM (${portions}) AS portions GROUP BY key, currency HAVING sum(count) <> 0`,
  );
  return rows.map(({ key, currency, count, amount, illustrative }) => ({
    key,
    currency,
    figure: {
      amountMinor: exactIn(amount),
      illustrativeMinor: exactIn(illustrative),
      transactionCount: Number(count),
    },
  }));
}

/** What an answer is the sums of, by type, as a select; null: a window that ends before it begins. */
function portionsOf(asking: Asking, question: Question): SQL | null {
  const { by, filter } = question;
  const level = moneyLevelFor(question, asking.scope);
  const times = level === null ? null : timesAt(level, by);
  const { spans, reads } = piecesOf(filter, { by, times, today: asking.today });
  const portions = [
    ...(level === null ? [] : spans)
      // All money has a day.
      .filter(({ grain }) => grain !== 'undated')
      .map((each) => keptPortion(asking, question, level as Level, each)),
    ...reads.map((each) => readPortion(asking, question, each)),
  ];
  return portions.length === 0 ? null : sql.join(portions, sql` UNION ALL `);
}

function keptPortion(
  { scope }: Asking,
  { type, by, filter }: Question,
  level: Level,
  { grain, first, last }: Spans,
): SQL {
  const columns = {
    ...columnsAt(level, { key: sql`m.key`, other: sql`m.other_key` }),
    ...(level === 'program' && { donor: sql`m.other_key` }),
  };
  const time = grain === 'month' ? timeOfMonth(by, sql`m.span`) : sql`m.span::text`;
  const conditions = [
    isAmong(sql`m.type`, type),
    sql`m.level = ${level}`,
    sql`m.grain = ${grain}`,
    spanIn(sql`m.span`, { first, last }),
    ...narrowing(filter, scope, columns, 'money'),
  ];
  return sql`SELECT m.type, ${keyIn(by, columns, { time, part: time })}::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM ${keptMoney} AS m WHERE ${sql.join(conditions, sql` AND `)}`;
}

const OF_ENTRY: Columns = {
  pillar: sql`e.pillar`,
  country: sql`e.place`,
  donor: sql`e.donor`,
  donors: null,
  program: sql`e.program`,
};

function readPortion({ scope }: Asking, { type, by, filter }: Question, { first, last, sign }: Read): SQL {
  const time = sql`to_char(e.value_date, ${timePattern(by)}::text)`;
  const conditions = [
    isAmong(sql`e.type`, type),
    ...(first === null ? [] : [sql`e.value_date >= ${first}::date`]),
    ...(last === null ? [] : [sql`e.value_date <= ${last}::date`]),
    ...narrowing(filter, scope, OF_ENTRY, 'money'),
  ];
  return sql`SELECT r.type, r.key, r.currency, ${sign}::integer * count(DISTINCT r.transaction) AS count, ${sign}::integer * sum(r.amount) AS amount, ${sign}::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.type, ${keyIn(by, OF_ENTRY, { time, part: time })}::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM ${keptEntries} AS e WHERE ${sql.join(conditions, sql` AND `)}
    ) AS r GROUP BY r.type, r.key, r.currency`;
}
