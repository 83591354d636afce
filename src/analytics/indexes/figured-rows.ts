import type { FundingTotals, Totals } from '../../core/aggregate.ts';
import { missingFigure } from '../../core/figure.ts';
import type { ProgramCounts } from '../../core/figures-of-programs.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { seesMoreThanTotals } from '../../core/visibility/visibility.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { notConvertedNote } from '../blocks/funding.ts';
import { reportedIndicators } from '../blocks/indicators.ts';
import { compact } from '../blocks/money-words.ts';
import { labelCell } from '../blocks/names.ts';
import { notesOf } from '../blocks/results.ts';
import { indicatorLabel } from '../labels.ts';
import { withPrograms } from '../named-view.ts';
import { listedPrograms } from '../programs-in-view.ts';
import { doneFilter, type View } from '../view.ts';
import { wordedCells, wordedColumns } from './worded-figure.ts';

type By = 'country' | 'donor';

/** What a portfolio says of each country or donor, asked at once for all of them. */
interface Figured {
  readonly by: By;
  readonly programs: ReadonlyMap<string, ProgramCounts>;
  /** Of the foremost indicator; null: nothing is reported. */
  readonly results: ByKey<Totals> | null;
  /** Null: its reader sees totals alone. */
  readonly funding: ByKey<FundingTotals> | null;
}

/** A total whose rows are looked up by their key. */
type ByKey<Total extends Totals | FundingTotals> = Omit<Total, 'rows'> & {
  readonly rows: ReadonlyMap<string, Total['rows'][number]>;
};

function byKey<Total extends Totals | FundingTotals>(total: Total | null): ByKey<Total> | null {
  return total === null ? null : { ...total, rows: new Map(total.rows.map((row) => [row.key, row])) };
}

/** A handful of questions, however many rows there are. */
async function figured(view: View, by: By): Promise<Figured> {
  const filter = doneFilter(view);
  const [lead] = await reportedIndicators(view);
  const [programs, results, funding] = await Promise.all([
    view.figures.programCountsBy(listedPrograms(view), by),
    lead === undefined
      ? null
      : view.figures.totals({ indicator: lead.indicator.code, kind: 'actual', by, filter }),
    seesMoreThanTotals(view) ? view.figures.funding({ type: 'disbursement', by, filter }) : null,
  ]);
  return {
    by,
    programs: new Map(programs.map((counts) => [counts.key, counts])),
    results: byKey(results),
    funding: byKey(funding),
  };
}

/**
 * Countries or donors with their programmes, the foremost figure and the money disbursed. The rows have no total: programmes
 * overlap, and of donors no figure is summed (rule 9).
 *
 * @returns makes a block of some of them
 */
export async function figuredBlocks(
  view: View,
  by: By,
): Promise<
  (words: Pick<Block, 'id' | 'title'> & { readonly head: string }, keys: readonly string[]) => Block
> {
  const found = await figured(view, by);
  const named = await withPrograms(view, []);
  const { results, funding } = found;
  const columns: readonly Column[] = [
    { key: 'programs', label: view.t(commonMessages.programs), numeric: true },
    ...(results === null ? [] : figureHeads(view, by, results)),
    ...(funding === null
      ? []
      : [
          {
            key: 'disbursement',
            label: view.t(totalsMessages.disbursement),
            numeric: true,
            holds: 'money',
          } as const,
        ]),
  ];
  return ({ head, ...words }, keys) => ({
    ...words,
    subtitle: '',
    chart: null,
    columns: [{ key: 'label', label: head, numeric: false }, ...columns],
    rows: keys.map((key) => rowOf(view, labelCell(named, by, key), key, found)),
    total: null,
    notes: [
      ...(results === null ? [] : notesOf(view, results)),
      ...(funding === null ? [] : notConvertedNote(view, funding.notConverted)),
    ],
    illustrative: funding !== null && funding.total.illustrativeMinor !== 0,
  });
}

function figureHeads(view: View, by: By, { indicator }: Pick<Totals, 'indicator'>): readonly Column[] {
  const name = indicatorLabel(view, indicator);
  const words = view.t(totalsMessages.contributedTo);
  const label = by === 'donor' ? view.t(listMessages.namedLink, { words, title: name }) : name;
  const which = view.t(totalsMessages.indicator);
  return [
    { key: 'indicator', label: which, numeric: false, holds: 'code', dataOnly: true },
    ...wordedColumns(view, label),
  ];
}

function rowOf(view: View, name: Cell, key: string, { by, programs, results, funding }: Figured): BlockRow {
  const { top, all } = programs.get(key) ?? { top: 0, all: 0 };
  return {
    key,
    href: all === 0 ? null : view.links.programs({ [by]: key }),
    muted: false,
    cells: [
      name,
      { text: view.f.number(top), raw: top },
      ...(results === null ? [] : resultCells(view, by, key, results)),
      ...(funding === null ? [] : [disbursedCell(view, by, key, funding)]),
    ],
  };
}

function resultCells(view: View, by: By, key: string, { indicator, rows }: ByKey<Totals>): readonly Cell[] {
  const figure = rows.get(key) ?? missingFigure('not-reported');
  const filter = { ...doneFilter(view), indicator };
  const href = figure.resultCount === 0 ? null : view.links.results({ filter, kind: 'actual', by, key });
  return [{ text: indicatorLabel(view, indicator), raw: indicator }, ...wordedCells(view, figure, href)];
}

function disbursedCell(view: View, by: By, key: string, { rows }: ByKey<FundingTotals>): Cell {
  const amountMinor = rows.get(key)?.amountMinor ?? null;
  if (amountMinor === null) return { text: view.t(totalsMessages.notReported), raw: null };
  const href = view.links.transactions({ filter: doneFilter(view), type: 'disbursement', by, key });
  return {
    text: compact(view, amountMinor),
    raw: amountMinor,
    ...(href !== null && { href }),
  };
}
