import type { Dimension } from '../../core/dimension.ts';
import { NOT_RECORDED, NOT_SPLIT } from '../../core/dimension.ts';
import { ENTRY_ORDERS } from '../../core/entry-orders.ts';
import type { EntryPage, EntrySelection } from '../../core/figures.ts';
import type { Transaction } from '../../core/funding.ts';
import type { FundingEntry } from '../../core/funding-totals.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { FIRST_ROWS, firstRows } from '../../core/report/short.ts';
import type { Result } from '../../core/result.ts';
import type { RowPage } from '../../core/row-page.ts';
import { newestFirst } from '../../core/selected-results.ts';
import { precisionsOf } from '../../core/span.ts';
import { readsAsOrganisation } from '../../core/visibility/visibility.ts';
import {
  blockMessages,
  negativeAmounts,
  qualifierWords,
  transactionTitles,
} from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { workbookMessages } from '../../web/i18n/messages/exports.ts';
import { readerMessages } from '../../web/i18n/messages/readers.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { capitalised, countryLabel, labelOf } from '../labels.ts';
import { type NamedView, standingOf, withProgramsBehind } from '../named-view.ts';
import { staysInside } from '../remarks.ts';
import type { View } from '../view.ts';
import { currencyName } from './funding.ts';
import { money, moneyCell } from './money-words.ts';
import { donorCell, indicatorCell, namesCell, placeNameCell, programCell } from './names.ts';
import { AT_ONCE, type Extent } from './rest.ts';
import { moneySubtitle } from './subtitle.ts';

/**
 * Figures one by one, as their sources state them, each leading to its proof.
 *
 * @param page all that were found, or the first of them
 */
export function resultRowsBlock(
  view: NamedView,
  { rows, total }: Pick<RowPage<Result>, 'rows' | 'total'>,
  id = 'results',
): Block {
  const { t } = view;
  return {
    id,
    title: t(blockMessages.resultsTitle, { count: total }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'indicator', label: t(totalsMessages.indicator), numeric: false, holds: 'code' },
      { key: 'value', label: t(blockMessages.figure), numeric: true },
      { key: 'what', label: t(blockMessages.what), numeric: false },
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      { key: 'kind', label: t(blockMessages.type), numeric: false, holds: 'code' },
      { key: 'qualifier', label: t(blockMessages.qualifier), numeric: false, holds: 'code', dataOnly: true },
      { key: 'denominator', label: t(blockMessages.denominator), numeric: true, dataOnly: true },
      { key: 'value_high', label: t(blockMessages.upperFigure), numeric: true, dataOnly: true },
      ...readershipColumn(view),
    ],
    rows: rows.map((result) => resultRow(view, result)),
    ...firstRows(
      rows
        .toSorted(newestFirst)
        .slice(0, FIRST_ROWS)
        .map((result) => resultRow(view, result)),
      total,
    ),
    total: null,
    notes: [],
    illustrative: false,
  };
}

/** A result's period in words, no more precise than its source. */
export function periodOf({ f }: View, result: Result): string {
  const { start: startPrecision, end: endPrecision } = precisionsOf(result);
  return f.dated({ start: result.periodStart, startPrecision, end: result.periodEnd, endPrecision });
}

/** "7 female and 15 male", or null without a breakdown. */
export function breakdownText(view: View, { breakdown, value }: Result): string | null {
  if (breakdown.length === 0) return null;
  const word = (axis: string, part: string) => view.vocabulary.word(axis, part, view.language);
  return view.f.list(
    breakdown.map((part) =>
      part.value === value
        ? word(part.axis, part.part)
        : view.t(blockMessages.partOfFigure, {
            label: word(part.axis, part.part),
            figure: view.f.number(part.value),
          }),
    ),
  );
}

function noteOn(view: View, { note, noteFor }: Pick<Result, 'note' | 'noteFor'>): string | null {
  return note === null || staysInside(view, noteFor) ? null : view.f.text(note);
}

function resultRow(view: NamedView, result: Result): BlockRow {
  const breakdown = breakdownText(view, result);
  const note = noteOn(view, result);
  const what = [note, breakdown].filter((each) => each !== null).join(' · ');
  return {
    key: result.id,
    href: view.links.result(result.id),
    muted: false,
    cells: [
      indicatorCell(view, result.indicator),
      { text: view.f.stated(result), raw: result.value },
      { text: what, raw: what === '' ? null : what },
      programCell(view, result.program),
      statedPlaceCell(view, result),
      { text: periodOf(view, result), raw: result.periodEnd },
      { text: view.t(totalsMessages[result.kind]), raw: result.kind },
      { text: view.t(qualifierWords[result.qualifier]), raw: result.qualifier },
      { text: '', raw: result.denominator },
      { text: '', raw: result.valueHigh },
      ...readershipCell(view, result),
    ],
  };
}

/** The place that a result names. */
export function statedPlaceCell(view: View, { place }: Pick<Result, 'place'>): Cell {
  return place === null
    ? { text: view.t(totalsMessages.noPlaceRecorded), raw: null }
    : placeNameCell(view, place);
}

/** Whose a row's note is, is for the organisation to know. */
function readershipColumn(view: View): Block['columns'] {
  if (!readsAsOrganisation(view)) return [];
  return [{ key: 'note_for', label: view.t(readerMessages.noteFor), numeric: false, dataOnly: true }];
}

function readershipCell(view: View, { note, noteFor }: Pick<Result, 'note' | 'noteFor'>): readonly Cell[] {
  if (!readsAsOrganisation(view)) return [];
  if (note === null || noteFor === null) return [{ text: '', raw: null }];
  const words = noteFor === 'everybody' ? readerMessages.everybody : readerMessages.organisationAlone;
  return [{ text: view.t(words), raw: noteFor }];
}

/** Transactions of one type one by one, the newest first, each with the part of it that counts in what was asked for. */
export async function transactionRowsBlock(
  asked: View,
  { inOrderOf = 'newest', ...selection }: EntrySelection,
  extent: Extent = 'whole',
): Promise<Block> {
  const ordered = { ...selection, inOrderOf };
  const page = await asked.figures.entries(ordered, extent === 'short' ? AT_ONCE : undefined);
  return entriesBlock(asked, ordered, page);
}

/** The same of one page of them; its total is of all. */
export async function entriesBlock(
  asked: View,
  selection: EntrySelection,
  { rows: entries, total, countedMinor, illustrative }: EntryPage,
): Promise<Block> {
  const view = await withProgramsBehind(
    asked,
    entries.map(({ transaction }) => transaction),
  );
  const { t } = view;
  const currency = view.names.reportingCurrency;
  return {
    id: `${selection.type}-transactions`,
    title: t(transactionTitles[selection.type], { count: total }),
    subtitle: moneySubtitle(view, currencyName(view)),
    chart: null,
    columns: [
      { key: 'value_date', label: t(totalsMessages.valueDate), numeric: false, holds: 'day' },
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'provider', label: t(totalsMessages.donor), numeric: false, holds: 'code' },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'amount', label: t(totalsMessages.amount), numeric: true, holds: 'own-money' },
      { key: 'currency', label: t(blockMessages.currency), numeric: false, dataOnly: true },
      { key: 'rate', label: t(totalsMessages.exchangeRate), numeric: true },
      { key: 'counted', label: t(blockMessages.converted, { currency }), numeric: true, holds: 'money' },
      { key: 'note', label: t(workbookMessages.note), numeric: false, prose: true },
      ...readershipColumn(view),
    ],
    rows: entries.map((entry) => transactionRow(view, entry, selection.by)),
    ...firstRows(
      entries
        .toSorted(ENTRY_ORDERS.newest)
        .slice(0, FIRST_ROWS)
        .map((entry) => transactionRow(view, entry, selection.by)),
      total,
    ),
    total:
      countedMinor === null
        ? null
        : {
            key: 'total',
            href: null,
            muted: false,
            cells: [
              { text: t(commonMessages.total), raw: null },
              ...Array.from({ length: 6 }, () => ({ text: '', raw: null })),
              moneyCell(view, countedMinor),
              { text: '', raw: null },
              ...readershipColumn(view).map(() => ({ text: '', raw: null })),
            ],
          },
    notes: [],
    illustrative,
  };
}

function transactionRow(
  view: NamedView,
  { transaction, amountMinor }: FundingEntry,
  by: Dimension | undefined,
): BlockRow {
  const { id, conversion, provider, currency } = transaction;
  const said = noteOn(view, transaction);
  const note = said === null ? null : capitalised(view, said);
  return {
    key: by === undefined ? id : `${id} ${by}`,
    href: view.links.transaction(id),
    muted: conversion === null,
    cells: [
      { text: view.f.dayShort(transaction.valueDate), raw: transaction.valueDate },
      programCell(view, transaction.program),
      provider === null
        ? { text: view.t(totalsMessages.noDonorRecorded), raw: null }
        : donorCell(view, provider),
      placeCell(view, transaction),
      {
        text: money(view, transaction.amountMinor, currency),
        raw: transaction.amountMinor,
        ...(transaction.amountMinor < 0 && { remark: view.t(negativeAmounts[transaction.type]) }),
      },
      { text: currency, raw: currency },
      rateCell(view, transaction),
      convertedCell(view, { conversion: conversion && { ...conversion, amountMinor } }),
      { text: note ?? '', raw: note },
      ...readershipCell(view, transaction),
    ],
  };
}

/** Where it counts: at the place that it names, else as it spreads over those of its programme (rule 8). */
export function placeCell(view: NamedView, { program, place }: Pick<Transaction, 'program' | 'place'>): Cell {
  if (place !== null) return placeNameCell(view, place);
  const { places } = standingOf(view, program).holds;
  if (places.length === 0) return { text: labelOf(view, 'country', NOT_RECORDED), raw: null };
  if (places.length > 1 && places.some(({ share }) => share === null)) {
    return { text: labelOf(view, 'country', NOT_SPLIT), raw: NOT_SPLIT };
  }
  const shareOf = (share: string | null) =>
    places.length > 1 && share !== null ? ` (${view.f.number(Number(share))}%)` : '';
  return namesCell(
    places.map(({ code, share }) => ({
      text: countryLabel(view, code) + shareOf(share),
      href: view.links.country(code),
    })),
    places.map(({ code }) => code).join(' '),
  );
}

/** In the reporting currency. */
export function convertedCell(view: View, { conversion }: Pick<Transaction, 'conversion'>): Cell {
  if (conversion === null) return { text: view.t(totalsMessages.notConverted), raw: null };
  return moneyCell(view, conversion.amountMinor);
}

/**
 * Written as readers write decimals, with all the digits that the source gives; in a narrow column its day stays whole. Of
 * the reporting currency into itself there is nothing to say.
 */
export function rateCell(
  view: View,
  { conversion, currency }: Pick<Transaction, 'conversion' | 'currency'>,
): Cell {
  if (conversion === null) return { text: '', raw: null };
  if (currency === view.names.reportingCurrency) return { text: '', raw: conversion.rate };
  const rate = view.f.decimal(conversion.rate);
  const day = view.f.dayShort(conversion.rateDate).replaceAll(' ', '\u00a0');
  return { text: `${rate} (${day})`, raw: conversion.rate };
}
