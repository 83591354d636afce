import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import { readInScope, type Scope } from '../access/index.ts';
import { type Period, parsePeriod } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { FrozenBlock, Snapshot } from '../core/report/snapshot.ts';
import type { Database } from '../platform/database/database.ts';
import { type IssueKey, KEYS, ofSlice } from './issues.repository.ts';
import { issues } from './issues.table.ts';
import { seenBy } from './seen-by.repository.ts';
import type { SentFigures } from './sent-figures.ts';

/** Of an issue's snapshot what is told of its figures one by one (`saidIn`): the rest of it weighs. */
const TOLD = {
  id: issues.id,
  period: issues.period,
  cutOff: issues.cutOff,
  revision: issues.revision,
  indicators: sql<FrozenBlock | null>`${issues.snapshot} -> 'blocks' -> 'indicators'`,
  stages: sql<FrozenBlock | null>`${issues.snapshot} -> 'blocks' -> 'funding-stages'`,
  own: sql<Snapshot['own'] | null>`${issues.snapshot} -> 'own'`,
};

/**
 * What was sent of the same report, slice and kind of period before a period, the latest first: one issue of each period, the
 * one that was made first.
 *
 * @param since leaves out what ended before this day
 * @param by leaves out what was made after this moment; null: nothing
 */
export async function sentBefore(
  db: Database,
  scope: Scope,
  key: Pick<IssueKey, 'report' | 'pillar' | 'country' | 'donor'>,
  { period, since, by }: { readonly period: Period; readonly since: Day; readonly by: Date | null },
): Promise<readonly SentFigures[]> {
  const rows = await readInScope(db, scope, (tx) =>
    tx
      .selectDistinctOn([issues.cutOff], TOLD)
      .from(issues)
      .where(
        and(
          seenBy(scope),
          eq(issues.origin, 'schedule'),
          eq(issues.report, key.report),
          sql`${issues.period} ~ ${KEYS[period.kind]}`,
          lt(issues.cutOff, period.from),
          gte(issues.cutOff, since),
          by === null ? undefined : lte(issues.createdAt, by),
          ofSlice(key),
        ),
      )
      .orderBy(desc(issues.cutOff), asc(issues.createdAt), asc(issues.id)),
  );
  return rows.map(sentFigures);
}

/** What some issues said, by id. */
export async function readSentFigures(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SentFigures>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(TOLD)
    .from(issues)
    .where(inArray(issues.id, [...ids]));
  return new Map(rows.map((row) => [row.id, sentFigures(row)]));
}

type Row = Pick<typeof issues.$inferSelect, 'id' | 'period' | 'cutOff' | 'revision'> & {
  readonly indicators: FrozenBlock | null;
  readonly stages: FrozenBlock | null;
  readonly own: Snapshot['own'] | null;
};

function sentFigures({ id, period, cutOff, revision, indicators, stages, own }: Row): SentFigures {
  return {
    id,
    period: parsePeriod(period),
    cutOff,
    revision,
    own: own ?? null,
    snapshot: {
      blocks: {
        ...(indicators !== null && { indicators }),
        ...(stages !== null && { 'funding-stages': stages }),
      },
    },
  };
}
