import { type Exact, negated, plainDigits, sumOf } from '../../core/decimal.ts';
import type { EntryPage, EntrySelection, ResultSelection } from '../../core/figures.ts';
import type { FundingEntry } from '../../core/funding-totals.ts';
import { majorUnitsExactly } from '../../core/money.ts';
import { contributionOf, type RowOfTotal, runningSums } from '../../core/proof/contribution.ts';
import { type EntrySteps, entrySteps } from '../../core/proof/entry-steps.ts';
import type { Block, Cell, Column } from '../../core/report/block.ts';
import type { Result } from '../../core/result.ts';
import type { RowPage } from '../../core/row-page.ts';
import { dayIn } from '../../core/time-zone.ts';
import { readsAsOrganisation } from '../../core/visibility/visibility.ts';
import { totalProofMessages } from '../../web/i18n/messages/total-proof.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { evidenceName } from '../evidence-words.ts';
import { type NamedView, standings, withProgramsBehind } from '../named-view.ts';
import type { FormerAmount, FormerFigure, RowHand } from '../row-hands.repository.ts';
import type { View } from '../view.ts';
import { money, moneyCell } from './money-words.ts';
import { entriesBlock, resultRowsBlock } from './rows.ts';

/** What rows of a total are told beside what they say. */
export interface ProofOfRows {
  /** Of one row of it; null: of the whole total. */
  readonly row: RowOfTotal | null;
  /** What the rows before them come to; null: it is not told, or they must not be summed. */
  readonly carried: Exact | null;
  /** By id, for whoever reads as the organisation. */
  readonly hands: ReadonlyMap<string, RowHand>;
}

/** Which row of a total a selection names. */
export function rowOf({ by, key }: Pick<ResultSelection, 'by' | 'key'>): RowOfTotal | null {
  return by === undefined || key === undefined ? null : { by, key };
}

/** Columns that say of every row of one total the same. */
const SAME_IN_ALL: ReadonlySet<string> = new Set(['indicator', 'kind']);

/** The results that a total is made of, each with what it adds, the sum up to it, its evidence, and who let it count. */
export function proofRowsBlock(
  view: NamedView,
  page: Pick<RowPage<Result>, 'rows' | 'total'>,
  proof: ProofOfRows,
): Block {
  const { t } = view;
  const { short: _, ...block } = resultRowsBlock(view, page);
  const added = page.rows.map((result) => contributionOf(result, proof.row).value);
  const sums = proof.carried === null ? null : runningSums(added, proof.carried);
  return {
    ...block,
    columns: [
      ...block.columns.map((column) =>
        SAME_IN_ALL.has(column.key) ? { ...column, dataOnly: true } : column,
      ),
      { key: 'adds', label: t(totalProofMessages.counts), numeric: true },
      ...(sums === null ? [] : [{ key: 'sum_so_far', label: t(totalProofMessages.sumSoFar), numeric: true }]),
      { key: 'evidence', label: t(totalsMessages.evidence), numeric: false, prose: true },
      ...handColumns(view, proof.hands),
    ],
    rows: block.rows.map((row, at) => {
      const result = page.rows[at];
      if (result === undefined) return row;
      return {
        ...row,
        cells: [
          ...row.cells,
          exactCell(view, added[at] ?? 0),
          ...(sums === null ? [] : [exactCell(view, sums[at] ?? 0)]),
          evidenceCell(view, result),
          ...handCells(view, proof.hands.get(result.id), {
            approvedAt: result.approvedAt,
            before: (said) => view.f.stated(said as FormerFigure),
          }),
        ],
      };
    }),
  };
}

/** With every digit that it has: what is to be added up by hand is not rounded. */
export function exactText({ f }: View, value: Exact): string {
  return f.decimal(plainDigits(value));
}

function exactCell(view: View, value: Exact): Cell {
  return { text: exactText(view, value), raw: value };
}

function evidenceCell(view: View, { evidence }: Result): Cell {
  const names = evidence.map((each) => ({ text: evidenceName(view, each), href: each.url }));
  const text = names.map((each) => each.text).join(', ');
  const distinct = names.filter((each, at) => names.findIndex((one) => one.text === each.text) === at);
  return { text, raw: text === '' ? null : text, ...(distinct.length > 0 && { names: distinct }) };
}

function handColumns(view: View, hands: ReadonlyMap<string, RowHand>): readonly Column[] {
  const { t } = view;
  const approved: Column = {
    key: 'approved',
    label: t(totalProofMessages.approved),
    numeric: false,
    holds: 'day',
  };
  if (!readsAsOrganisation(view)) return [approved];
  return [
    approved,
    { key: 'entered_by', label: t(totalProofMessages.enteredBy), numeric: false, dataOnly: true },
    { key: 'approved_by', label: t(totalProofMessages.approvedBy), numeric: false, dataOnly: true },
    {
      key: 'said_before',
      label: t(totalProofMessages.saidBefore),
      numeric: false,
      dataOnly: !hands.values().some(({ before }) => before !== null),
    },
  ];
}

function handCells(
  view: View,
  hand: RowHand | undefined,
  row: {
    /** Null: it is told with the hand alone. */
    readonly approvedAt: string | null;
    before(said: FormerFigure | FormerAmount): string;
  },
): readonly Cell[] {
  const { t, f } = view;
  const at = row.approvedAt ?? hand?.approvedAt ?? '';
  const day = at === '' ? null : dayIn(Date.parse(at), view.known.timeZone);
  const written = day === null ? '' : f.dayShort(day);
  if (!readsAsOrganisation(view)) return [{ text: written, raw: day }];
  const [author, approver] = [hand?.enteredBy ?? null, hand?.approvedBy ?? null];
  const hands = approver === null ? '' : t(totalProofMessages.byHands, { author: author ?? '–', approver });
  const before = hand?.before == null ? null : row.before(hand.before);
  return [
    { text: [written, hands].filter((each) => each !== '').join(' · '), raw: day },
    { text: author ?? '', raw: author },
    { text: approver ?? '', raw: approver },
    { text: before ?? '', raw: before },
  ];
}

/** How each of some transactions comes to what it adds. */
export function stepsOf(
  view: NamedView,
  entries: readonly FundingEntry[],
  { filter, ...of }: EntrySelection,
): readonly EntrySteps[] {
  const row = rowOf(of) ?? undefined;
  return entries.map(({ transaction }) =>
    entrySteps(transaction, standings(view), { filter, row }, view.names.reportingCurrency),
  );
}

/** What transactions add, with what has no rate as nothing. */
export function addedBy(entries: readonly FundingEntry[]): readonly number[] {
  return entries.map(({ transaction, amountMinor }) => (transaction.conversion === null ? 0 : amountMinor));
}

/** The transactions that an amount is made of, each with every step from what was paid to what it adds. */
export async function proofEntriesBlock(
  asked: View,
  selection: EntrySelection,
  page: EntryPage,
  proof: Omit<ProofOfRows, 'row'>,
): Promise<Block> {
  const { short: _, ...block } = await entriesBlock(asked, selection, page);
  const view = await withProgramsBehind(
    asked,
    page.rows.map(({ transaction }) => transaction),
  );
  const { t } = view;
  const currency = view.names.reportingCurrency;
  const steps = stepsOf(view, page.rows, selection);
  const sums = proof.carried === null ? null : runningSums(addedBy(page.rows), proof.carried);
  const isOrganisation = readsAsOrganisation(view);
  const before: readonly Column[] = [
    { key: 'share', label: t(totalProofMessages.share), numeric: false },
    { key: 'exactly', label: t(totalProofMessages.exactly), numeric: true },
  ];
  /** Every step, for whoever adds it up. */
  const inData: readonly Column[] = [
    { key: 'whole_exactly', label: t(totalProofMessages.wholeExactly), numeric: true, dataOnly: true },
    {
      key: 'whole',
      label: t(totalProofMessages.whole, { currency }),
      numeric: true,
      holds: 'money',
      dataOnly: true,
    },
    { key: 'part_exactly', label: t(totalProofMessages.partExactly), numeric: true, dataOnly: true },
  ];
  const after: readonly Column[] =
    sums === null
      ? []
      : [{ key: 'sum_so_far', label: t(totalProofMessages.sumSoFar), numeric: true, holds: 'money' }];
  const hands = isOrganisation ? handColumns(view, proof.hands) : [];
  const exactly = (amount: Exact | null): Cell => {
    const major = amount === null ? null : majorUnitsExactly(amount, currency);
    return { text: major === null ? '' : view.f.decimal(major), raw: major };
  };
  const at = block.columns.findIndex(({ key }) => key === 'counted');
  /** Steps stand before what a row adds, the sum behind it. */
  const woven = <Item>(
    own: readonly Item[],
    steps: readonly Item[],
    sum: readonly Item[],
    last: readonly Item[],
  ) => [...own.slice(0, at), ...steps, ...own.slice(at, at + 1), ...sum, ...own.slice(at + 1), ...last];
  const empty: Cell = { text: '', raw: null };
  return {
    ...block,
    // What it says of the purpose is on its own page.
    columns: woven(
      block.columns.map((column) => (column.key === 'note' ? { ...column, dataOnly: true } : column)),
      before,
      after,
      [...inData, ...hands],
    ),
    rows: block.rows.map((row, place) => {
      const entry = page.rows[place];
      const step = steps[place];
      if (entry === undefined || step === undefined) return row;
      const stepCells = [shareCell(view, step), exactly(step.exactly)];
      const dataCells = [
        exactly(step.convertedExactly),
        step.convertedMinor === null ? empty : moneyCell(view, step.convertedMinor),
        exactly(step.partExactly),
      ];
      const sumCells = sums === null ? [] : [moneyCell(view, sums[place] ?? 0)];
      const handsOfRow = isOrganisation
        ? handCells(view, proof.hands.get(entry.transaction.id), {
            approvedAt: null,
            before: (said) => {
              const { amountMinor, currency: own } = said as FormerAmount;
              return money(view, amountMinor, own);
            },
          })
        : [];
      return { ...row, cells: woven(row.cells, stepCells, sumCells, [...dataCells, ...handsOfRow]) };
    }),
    total:
      block.total === null
        ? null
        : {
            ...block.total,
            cells: woven(
              block.total.cells,
              before.map(() => empty),
              after.map(() => empty),
              [...inData, ...hands].map(() => empty),
            ),
          },
  };
}

function shareCell(view: View, { share, shareFrom }: EntrySteps): Cell {
  const { t } = view;
  const said = { share: exactText(view, share) };
  const text =
    share === 100 && shareFrom === 'programme'
      ? t(totalProofMessages.shareWhole)
      : t(shareFrom === 'own-place' ? totalProofMessages.shareOwn : totalProofMessages.shareOfProgram, said);
  return { text, raw: share };
}

/** The rounding of some transactions: their parts as they count, less the same with nothing rounded; in minor units. */
export function roundingOf(steps: readonly EntrySteps[]): Exact {
  return sumOf(
    steps.flatMap(({ countedMinor, exactly }) =>
      countedMinor === null || exactly === null ? [] : [countedMinor, negated(exactly)],
    ),
    (each) => each,
  );
}
