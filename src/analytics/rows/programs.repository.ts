import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../access/index.ts';
import type { FigurePrograms, ProgramRow, ProgramStanding } from '../../core/figures-of-programs.ts';
import type { PageRequest, RowPage } from '../../core/row-page.ts';
import { SOME_KNOWN } from '../../core/spelling.ts';
import type { LocalText } from '../../core/text.ts';
import { seesEverybodysResults, seesEveryDonor } from '../../core/visibility/visibility.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { type KeyedList, pageOfKeys } from './key-page.repository.ts';
import { countPrograms } from './program-counts.repository.ts';
import { programList, programsIn } from './program-source.repository.ts';
import { readProgramsInOrder } from './read-rows.repository.ts';
import { sourcesFor, textsIn } from './sources.repository.ts';

/** Programmes as `FigurePrograms.programs` gives them. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
export async function rowsOfPrograms(
  tx: Transaction,
  asking: RowsAsking,
  ...[query, page]: Parameters<FigurePrograms['programs']>
): ReturnType<FigurePrograms['programs']> {
  const sources = sourcesFor(asking.scope);
  const codes = programsIn(sources, query);
  const shown = await pageOfPrograms(
    tx,
    asking,
    programList(sources, codes, query.inOrderOf ?? 'code'),
    page,
  );
  return { ...shown, top: (await countPrograms(tx, asking, query)).top };
}

/** Null: there is none. */
export async function programByCode(
  tx: Transaction,
  asking: RowsAsking,
  code: string,
): ReturnType<FigurePrograms['program']> {
  const [found] = await readProgramRows(tx, asking, [code]);
  return found?.isReadable === true ? found : null;
}

/** Direct activities of a programme, in order of code. */
export function activitiesOf(
  tx: Transaction,
  asking: RowsAsking,
  code: string,
  page?: PageRequest,
): ReturnType<FigurePrograms['activities']> {
  const sources = sourcesFor(asking.scope);
  const codes = sql`SELECT p.code FROM ${sources.programs} p WHERE ${allOf([sql`p.parent = ${code}`, sources.isReadable(sql`p.code`)])}`;
  return pageOfPrograms(tx, asking, programList(sources, codes, 'code'), page);
}

async function pageOfPrograms(
  tx: Transaction,
  asking: RowsAsking,
  list: KeyedList,
  page?: PageRequest,
): Promise<RowPage<ProgramRow>> {
  const keys = await pageOfKeys(tx, list, page);
  return { ...keys, rows: await readProgramRows(tx, asking, keys.rows) };
}

/** Programmes by code, in the order asked, as they stand among others. */
export async function readProgramRows(
  tx: Transaction,
  asking: RowsAsking,
  codes: readonly string[],
): Promise<readonly ProgramRow[]> {
  const programs = await readProgramsInOrder(tx, asking.scope, codes);
  const standings = await standingsOf(tx, asking, codes);
  return programs.flatMap((program) => {
    const standing = standings.get(program.code);
    return standing === undefined ? [] : [{ ...standing, title: program.title, program }];
  });
}

interface StandingRow {
  readonly code: string;
  readonly title: string | null;
  readonly readable: boolean;
  readonly above: string;
  readonly pillars: string | null;
  readonly places: string | null;
  readonly funders: string | null;
}

/** How programmes stand, by code, as `FigurePrograms.standings` tells it: what holds for each is the nearest's that says it. */
export async function standingsOf(
  tx: Transaction,
  { scope }: RowsAsking,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, ProgramStanding>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const { programs, isReadable } = sourcesFor(scope);
  const found = await rowsOf<StandingRow>(
    tx,
    sql`WITH RECURSIVE climb(code, at, depth) AS (
        SELECT given COLLATE "C", given COLLATE "C", 0 FROM ${textsIn(wanted)}
        UNION ALL
        SELECT c.code, o.parent, c.depth + 1 FROM climb c CROSS JOIN LATERAL (
          SELECT p.parent::text COLLATE "C" AS parent FROM ${programs} p WHERE p.code = c.at AND p.parent IS NOT NULL OFFSET 0
        ) AS o
      ), said AS (
        SELECT c.code, c.at, c.depth,
          (SELECT jsonb_agg(jsonb_build_array(o.pillar, o.share::text) ORDER BY o.pillar) FROM program_pillars o WHERE o.program = c.at) AS pillars,
          (SELECT jsonb_agg(jsonb_build_array(o.place, o.share::text) ORDER BY o.place) FROM program_places o WHERE o.program = c.at) AS places,
          ${fundersOf(scope)} AS funders
        FROM climb c
      )
      SELECT s.code, p.title::text AS title, ${isReadable(sql`s.code`)} AS readable,
        COALESCE(jsonb_agg(s.at ORDER BY s.depth) FILTER (WHERE s.depth > 0), '[]')::text AS above,
        ((array_agg(s.pillars ORDER BY s.depth) FILTER (WHERE s.pillars IS NOT NULL))[1])::text AS pillars,
        ((array_agg(s.places ORDER BY s.depth) FILTER (WHERE s.places IS NOT NULL))[1])::text AS places,
        ((array_agg(s.funders ORDER BY s.depth) FILTER (WHERE s.funders IS NOT NULL))[1])::text AS funders
      FROM said s CROSS JOIN LATERAL (SELECT p.title FROM ${programs} p WHERE p.code = s.code OFFSET 0) AS p
      GROUP BY s.code, p.title`,
  );
  const byCode = new Map(found.map((row) => [row.code, row]));
  // Whoever sees the results of all is kept from no programme, not even from one that is not there.
  const isOpen = seesEverybodysResults({ scope });
  return new Map(wanted.map((code) => [code, standingFrom(code, byCode.get(code), isOpen)]));
}

/** Of a programme `c.at`. To whoever is not told of every donor its own may be hidden, and then it has not its parent's either. */
function fundersOf(scope: Scope): SQL {
  return seesEveryDonor({ scope })
    ? sql`(SELECT jsonb_agg(o.organisation ORDER BY o.organisation) FROM program_organisations o WHERE o.program = c.at AND o.role = 'funding')`
    : sql`COALESCE((SELECT to_jsonb(k.donors) FROM kept.program_keys_seen k WHERE k.program = c.at), '[]')`;
}

function standingFrom(code: string, row: StandingRow | undefined, isOpen: boolean): ProgramStanding {
  const listed = <Item>(text: string | null | undefined) => JSON.parse(text ?? '[]') as readonly Item[];
  const shares = (text: string | null | undefined) =>
    listed<readonly [string, string | null]>(text).map(([name, share]) => ({ code: name, share }));
  return {
    code,
    title: row?.title == null ? null : (JSON.parse(row.title) as LocalText),
    holds: { pillars: shares(row?.pillars), places: shares(row?.places), funders: listed(row?.funders) },
    above: listed(row?.above),
    isReadable: row?.readable ?? isOpen,
  };
}

/** All by name, in order of code. */
export async function titlesOfPrograms(
  tx: Transaction,
  { scope }: RowsAsking,
): ReturnType<FigurePrograms['programTitles']> {
  const rows = await rowsOf<{ code: string; title: string }>(
    tx,
    sql`SELECT p.code::text AS code, p.title::text AS title FROM ${sourcesFor(scope).programs} p ORDER BY p.code`,
  );
  return rows.map(({ code, title }) => ({ code, title: JSON.parse(title) as LocalText }));
}

/** What a typed code is among those of programmes, as `spellingAmong` of src/core/spelling.ts has it. */
export async function spellingOfProgram(
  tx: Transaction,
  { scope }: RowsAsking,
  typed: string,
): ReturnType<FigurePrograms['programSpelling']> {
  const { programs } = sourcesFor(scope);
  const [found] = await rowsOf<{ known: boolean; near: string | null; some: string }>(
    tx,
    sql`SELECT EXISTS (SELECT FROM ${programs} p WHERE p.code = ${typed}) AS known,
      (SELECT min(p.code::text COLLATE "C") FROM ${programs} p WHERE lower(p.code) = ${typed.toLowerCase()}) AS near,
      (SELECT COALESCE(jsonb_agg(f.code), '[]')::text FROM (SELECT p.code FROM ${programs} p ORDER BY p.code LIMIT ${SOME_KNOWN + 1}) AS f) AS some`,
  );
  return {
    isKnown: found?.known === true,
    near: found?.near ?? null,
    some: JSON.parse(found?.some ?? '[]') as readonly string[],
  };
}
