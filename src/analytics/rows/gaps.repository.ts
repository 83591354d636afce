import { type SQL, sql } from 'drizzle-orm';
import type { GapsFound, GapsQuery, ProgramGapsFound, ProgramGapsQuery } from '../../core/figures-of-gaps.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { heldBy, programsIn } from './program-source.repository.ts';
import { inFilter, whereFigures } from './result-source.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/** Codes that programmes in view bear. */
export async function codesBorne(
  tx: Transaction,
  { scope }: RowsAsking,
  { filter, begunBy }: ProgramGapsQuery,
): Promise<Pick<ProgramGapsFound, 'borne'>> {
  const sources = sourcesFor(scope);
  const inView = programsIn(sources, { filter, begunBy });
  const held = (what: 'pillar' | 'place') =>
    sql`SELECT DISTINCT h.held AS code FROM (${heldBy(sources, what)}) AS h WHERE h.code IN (${inView})`;
  const funders = await codes(
    tx,
    sql`SELECT DISTINCT d.code FROM ${sources.programKeys} k CROSS JOIN LATERAL unnest(k.donors) AS d(code)
    WHERE d.code <> 'not-recorded' AND k.program IN (${inView})`,
  );
  const takingPart = await codes(
    tx,
    sql`SELECT DISTINCT o.organisation::text AS code FROM program_organisations o WHERE o.program IN (${inView})`,
  );
  const borne = {
    funders: new Set(funders),
    organisations: new Set([...funders, ...takingPart]),
    pillars: new Set(await codes(tx, held('pillar'))),
    places: new Set(await codes(tx, held('place'))),
  };
  return { borne };
}

/** Codes that figures in view bear, each looked for by itself: the first figure decides. */
export async function codesReported(
  tx: Transaction,
  { scope }: RowsAsking,
  { filter }: GapsQuery,
): Promise<Pick<GapsFound, 'reported'>> {
  const sources = sourcesFor(scope);
  const { from: _, to: __, ...atAnyTime } = filter;
  const source = whereFigures(sources);
  const figures = (code: SQL) =>
    sql`EXISTS (SELECT FROM ${source.from} WHERE ${allOf([...source.holds, ...inFilter(source, sources, atAnyTime)])} AND ${code} OFFSET 0)`;
  const reported = {
    indicators: new Set(
      await codes(
        tx,
        sql`SELECT i.code::text AS code FROM indicators i WHERE ${figures(sql`r.indicator = i.code`)}`,
      ),
    ),
    places: new Set(
      await codes(
        tx,
        sql`SELECT o.code::text AS code FROM places o WHERE ${figures(source.names(sql`o.code`))}`,
      ),
    ),
  };
  return { reported };
}

async function codes(tx: Transaction, statement: SQL): Promise<readonly string[]> {
  const rows = await rowsOf<{ code: string }>(tx, statement);
  return rows.map(({ code }) => code);
}
