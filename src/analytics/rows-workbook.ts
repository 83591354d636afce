import { HOME_ORGANISATION } from '../core/organisation.ts';
import type { Block } from '../core/report/block.ts';
import type { StreamedSheet } from '../platform/spreadsheet/sheet-stream.ts';
import type { SheetCell } from '../platform/spreadsheet/workbook.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import { columnsOf, inBold, sheetNameOf, widthOf } from '../web/sheet-columns.ts';
import { currencyName } from './blocks/funding.ts';
import type { BlockPieces } from './blocks-in-pieces.ts';
import { knownMoment } from './known-words.ts';
import type { View } from './view.ts';

/**
 * Lists of rows as a workbook that is made as it is sent: what it is, then a sheet for each list that has rows. The
 * cells are those of a report's workbook; whether a column is empty throughout nobody knows before its end, so all of
 * them are there.
 *
 * @param title what the lists are of
 * @param source the address that gives them
 */
export async function* rowsWorkbook(
  view: View,
  lists: readonly BlockPieces[],
  { title, source }: { readonly title: string; readonly source: string },
): AsyncGenerator<StreamedSheet> {
  yield aboutSheet(view, title, source);
  for (const list of lists) {
    const pieces = list.read()[Symbol.asyncIterator]();
    const first = await pieces.next();
    if (first.done !== true && first.value.rows.length > 0) yield listSheet(view, first.value, pieces);
  }
}

function aboutSheet(view: View, title: string, source: string): StreamedSheet {
  const { t, f, names, cutOff } = view;
  const currency = { code: names.reportingCurrency, name: currencyName(view) };
  const row = (label: string, text: string): readonly SheetCell[] => [
    { text: label, bold: true },
    { text, wrap: true },
  ];
  const rows = [
    row(t(workbookMessages.title), title),
    row(t(workbookMessages.organisation), f.text(HOME_ORGANISATION)),
    row(t(workbookMessages.scope), source),
    [{ text: t(reportMessages.cutOff), bold: true }, { day: cutOff }],
    row(t(reportMessages.known), knownMoment(view)),
    row(t(blockMessages.currency), t(workbookMessages.currencyIs, currency)),
    row(t(workbookMessages.approved), t(commonMessages.approvedOnly)),
    row(t(workbookMessages.emptyCells), t(workbookMessages.empty)),
  ];
  return {
    name: t(workbookMessages.about),
    head: [],
    widths: [34, 90],
    async *rows() {
      yield rows;
    },
  };
}

function listSheet(view: View, first: Block, others: AsyncIterator<Block>): StreamedSheet {
  const words = {
    t: view.t,
    f: view.f,
    currency: { code: view.names.reportingCurrency, name: currencyName(view) },
  };
  const columns = first.columns.flatMap((column, at) => columnsOf(words, first, column, at));
  const cellsOf = ({ rows }: Block) => rows.map((row) => columns.map(({ cell }) => cell(row)));
  const some = cellsOf(first);
  return {
    name: sheetNameOf(words, first),
    head: columns.map(({ head }) => ({ text: head, bold: true })),
    // As wide as the first some hundred rows want.
    widths: columns.map(({ head }, at) =>
      widthOf(
        head,
        some.map((row) => row[at] ?? null),
      ),
    ),
    async *rows() {
      yield some;
      let last = first;
      for (let next = await others.next(); next.done !== true; next = await others.next()) {
        last = next.value;
        yield cellsOf(last);
      }
      const { total, title, subtitle, illustrative, notes } = last;
      if (total !== null) yield [columns.map(({ cell }) => inBold(cell(total)))];
      const said = [
        title,
        ...(subtitle === '' ? [] : [subtitle]),
        ...(illustrative ? [view.t(commonMessages.illustrativeAmounts)] : []),
        ...notes,
      ];
      yield [[], ...said.map((text) => [{ text }])];
    },
  };
}
