import { type SQL, sql } from 'drizzle-orm';
import type { CodesUsed, GapsQuery } from '../../core/figures-of-gaps.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { heldBy, programsIn } from './program-source.repository.ts';
import { inFilter, whereFigures } from './result-source.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/** Codes that programmes and figures in view bear. Those of figures are looked for by themselves: the first decides. */
export async function codesUsed(
  tx: Transaction,
  { scope }: RowsAsking,
  { filter, begunBy }: GapsQuery,
): Promise<{ readonly used: CodesUsed }> {
  const sources = sourcesFor(scope);
  const { from: _, to: __, ...atAnyTime } = filter;
  const source = whereFigures(sources);
  const figures = (code: SQL) =>
    sql`EXISTS (SELECT FROM ${source.from} WHERE ${allOf([...source.holds, ...inFilter(source, sources, atAnyTime)])} AND ${code} OFFSET 0)`;
  const inView = programsIn(sources, { filter, begunBy });
  const codes = async (statement: SQL) => {
    const rows = await rowsOf<{ code: string }>(tx, statement);
    return rows.map(({ code }) => code);
  };
  const held = (what: 'pillar' | 'place') =>
    sql`SELECT DISTINCT h.held AS code FROM (${heldBy(sources, what)}) AS h WHERE h.code IN (${inView})`;
  const funders =
    await codes(sql`SELECT DISTINCT d.code FROM ${sources.programKeys} k CROSS JOIN LATERAL unnest(k.donors) AS d(code)
    WHERE d.code <> 'not-recorded' AND k.program IN (${inView})`);
  const takingPart = await codes(
    sql`SELECT DISTINCT o.organisation::text AS code FROM program_organisations o WHERE o.program IN (${inView})`,
  );
  const used = {
    indicators: new Set(
      await codes(
        sql`SELECT i.code::text AS code FROM indicators i WHERE ${figures(sql`r.indicator = i.code`)}`,
      ),
    ),
    funders: new Set(funders),
    organisations: new Set([...funders, ...takingPart]),
    pillars: new Set(await codes(held('pillar'))),
    places: new Set([
      ...(await codes(held('place'))),
      ...(await codes(
        sql`SELECT o.code::text AS code FROM places o WHERE ${figures(source.names(sql`o.code`))}`,
      )),
    ]),
  };
  return { used };
}
