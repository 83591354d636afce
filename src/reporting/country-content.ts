import {
  countryBlocks,
  countrySheetOf,
  fundingBlock,
  gapsOf,
  narrowed,
  onSheet,
  type ProgramSheet,
  programSheet,
  programsBlock,
  resultRowsBlock,
  stackedMoneyBlock,
  timelineBlock,
  type View,
  withProgramsBehind,
} from '../analytics/index.ts';
import type { Block, Gap } from '../core/report/block.ts';
import type { ResultKind } from '../core/result.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { countryPicture } from './country-picture.ts';
import { leadingPrograms, leadingProgramsBlock, MOST_LISTED } from './leading-programs.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import { withTransactions } from './report-annexes.ts';
import type { ReportSource, WholeReport } from './report-content.ts';
import type { ReportOrder } from './report-request.ts';
import { withProof, withProofOfEach } from './with-proof.ts';

/** So few programmes have a sheet each; of more, the first have one, and all that lead are listed. */
const [FEW_SHEETS, FIRST_SHEETS] = [7, 4];

/** A country programme by programme, as the sheets that were written by hand. */
export async function countryContent(order: ReportOrder, view: View): Promise<ReportSource> {
  const { period, about } = order;
  const here = narrowed(view, { country: about });
  const [own, indicators, headlines, picture, timeline, years] = await Promise.all([
    countrySheetOf(view, about, { limit: FEW_SHEETS }),
    periodBlock(view, period),
    headlinesOf(view, period),
    countryPicture(here, about),
    timelineBlock(view, onSheet(view, about)),
    stackedMoneyBlock(here, 'disbursement', 'short'),
  ]);
  const many = own.shown.total > FEW_SHEETS ? await leadingSheets(view, about) : null;
  const sheet = { ...own, indicators, programs: many?.sheets ?? own.programs };
  const listed = many === null ? [] : [many.listed];
  const gaps = [...sheet.gaps, ...notFilledIn(view, sheet.programs)];
  const known = new Set(sheet.funding.map(({ id }) => id));
  const drawn = [picture.trend, picture.payers].filter((block) => block !== null && !known.has(block.id));
  return {
    content: {
      tiles: sheet.tiles,
      blocks: [
        ...countryBlocks(sheet),
        ...[years, timeline, ...listed],
        ...drawn.filter((block) => block !== null),
      ],
      gaps,
      sheet: {
        report: 'country-fact-sheet',
        props: {
          ...sheet,
          indicators: withProofOfEach(here, sheet.indicators),
          funding: withProof(here, 'disbursement', sheet.funding),
          gaps,
          headlines,
          picture,
          timeline,
          years: isOnceMore(years, picture.trend) ? null : years,
          listed: many?.listed ?? null,
        },
      },
    },
    view: narrowed(view, { country: about }),
    whole: (asked) => whole(order, asked),
  };
}

/** Money of one pillar, year by year, is the trend of the first page. */
function isOnceMore({ chart }: Block, trend: Block | null): boolean {
  const isOfSeveral = chart?.type === 'column' && chart.series.length > 1;
  return chart === null || (!isOfSeveral && trend?.id === 'disbursement-by-year');
}

/** What the old sheets asked of each programme: of the rest, nobody misses what is not there. */
const ASKED_FOR: readonly string[] = [
  'pillar',
  'dates',
  'beneficiaries',
  'link',
  'donors',
  'summary',
  'objectives',
  'unit',
];

/** A sheet leaves out what is not recorded; what that is, is said once. */
function notFilledIn(view: View, programs: readonly ProgramSheet[]): readonly Gap[] {
  const items = programs.flatMap(({ title, href, fields }) => {
    const missing = fields.filter(({ id, values }) => values.length === 0 && ASKED_FOR.includes(id));
    const names = missing.map(({ label }) => label);
    return names.length === 0
      ? []
      : [{ text: view.t(commonMessages.labelled, { label: title, text: view.f.list(names) }), href }];
  });
  if (items.length === 0) return [];
  return [
    {
      id: 'not-filled-in',
      label: view.t(gapMessages.notFilledIn, { count: items.length }),
      explanation: view.t(gapMessages.notFilledInAdvice),
      items,
    },
  ];
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
  const [indicators, years, timeline] = await Promise.all([
    periodBlock(view, period),
    stackedMoneyBlock(here, 'disbursement', 'whole'),
    timelineBlock(view, onSheet(view, about), { extent: 'whole' }),
  ]);
  if (total > MOST_TABLES) {
    const blocks = [indicators, ...(await tablesOfAll(view, about)), years, timeline];
    return { blocks: await withTransactions(order, here, blocks), gaps: await gapsOf(here) };
  }
  const sheet = await countrySheetOf(view, about);
  const blocks = [...countryBlocks({ ...sheet, indicators }), years, timeline];
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
