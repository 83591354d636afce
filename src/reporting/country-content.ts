import {
  countryBlocks,
  countrySheetOf,
  fundingBlock,
  gapsOf,
  narrowed,
  onSheet,
  programSheet,
  programsBlock,
  resultRowsBlock,
  type View,
  withProgramsBehind,
} from '../analytics/index.ts';
import type { Block } from '../core/report/block.ts';
import type { ResultKind } from '../core/result.ts';
import { leadingPrograms, leadingProgramsBlock, MOST_LISTED } from './leading-programs.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import { withTransactions } from './report-annexes.ts';
import type { ReportSource, WholeReport } from './report-content.ts';
import type { ReportOrder } from './report-request.ts';

/** So few programmes have a sheet each; of more, the first have one, and all that lead are listed. */
const [FEW_SHEETS, FIRST_SHEETS] = [7, 4];

/** A country programme by programme, as the sheets that were written by hand. */
export async function countryContent(order: ReportOrder, view: View): Promise<ReportSource> {
  const { period, about } = order;
  const [own, indicators, headlines] = await Promise.all([
    countrySheetOf(view, about, { limit: FEW_SHEETS }),
    periodBlock(view, period),
    headlinesOf(view, period),
  ]);
  const many = own.shown.total > FEW_SHEETS ? await leadingSheets(view, about) : null;
  const sheet = { ...own, indicators, programs: many?.sheets ?? own.programs };
  const listed = many === null ? [] : [many.listed];
  return {
    content: {
      tiles: sheet.tiles,
      blocks: [...countryBlocks(sheet), ...listed],
      gaps: sheet.gaps,
      sheet: { report: 'country-fact-sheet', props: { ...sheet, headlines, listed: many?.listed ?? null } },
    },
    view: narrowed(view, { country: about }),
    whole: () => whole(order, view),
  };
}

async function leadingSheets(view: View, country: string) {
  const here = narrowed(view, { country });
  const leading = await leadingPrograms(here, onSheet(view, country), {
    most: MOST_LISTED,
    few: FEW_SHEETS,
  });
  const [listed, ...sheets] = await Promise.all([
    leadingProgramsBlock(here, leading),
    ...leading.rows
      .slice(0, FIRST_SHEETS)
      .map((row) => programSheet(view, row, { country, extent: 'short' })),
  ]);
  return { listed, sheets };
}

/** So many programmes have a table of their own each in files to calculate with; more stand in one. */
const MOST_TABLES = 20;

async function whole(order: ReportOrder, view: View): Promise<WholeReport> {
  const { period, about } = order;
  const here = narrowed(view, { country: about });
  const { total } = await view.figures.programs(onSheet(view, about), { limit: 1 });
  const indicators = await periodBlock(view, period);
  if (total > MOST_TABLES) {
    const blocks = [indicators, ...(await tablesOfAll(view, about))];
    return { blocks: await withTransactions(order, here, blocks), gaps: await gapsOf(here) };
  }
  const sheet = await countrySheetOf(view, about);
  const blocks = countryBlocks({ ...sheet, indicators });
  return { blocks: await withTransactions(order, here, blocks), gaps: sheet.gaps };
}

/** What all its programmes say, in one table for each kind of row. */
async function tablesOfAll(view: View, country: string): Promise<readonly Block[]> {
  const here = narrowed(view, { country });
  const listed = await view.figures.programs({ ...onSheet(view, country), inOrderOf: 'tree' });
  const codes = new Set(listed.rows.map(({ code }) => code));
  return Promise.all([
    programsBlock(view, listed),
    rowsOfAll(view, country, { codes, kind: 'actual', id: 'results' }),
    rowsOfAll(view, country, { codes, kind: 'target', id: 'targets' }),
    fundingBlock(here, 'disbursement', 'donor'),
    fundingBlock(here, 'disbursement', 'program'),
  ]);
}

/** The figures that would stand on the sheets of all these programmes. */
async function rowsOfAll(
  view: View,
  country: string,
  of: { readonly codes: ReadonlySet<string>; readonly kind: ResultKind; readonly id: string },
): Promise<Block> {
  const { cutOff } = view;
  const { pillar } = view.filter;
  const found = await view.figures.results({
    filter: pillar === undefined ? {} : { pillar },
    kind: of.kind,
    cutOff,
    concerning: { country, day: cutOff },
  });
  const rows = found.rows.filter(({ program }) => of.codes.has(program));
  return resultRowsBlock(await withProgramsBehind(view, rows), { rows, total: rows.length }, of.id);
}
