import type { Block } from '../core/report/block.ts';
import type { Sheet, SheetLine } from '../core/report/sheet.ts';
import { aboutLine, aboutSheet, blockSheet, blocksWorkbook } from '../web/block-sheets.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import type { SheetWords } from '../web/sheet-columns.ts';
import { currencyName } from './blocks/funding.ts';
import type { BlocksInPieces } from './blocks-in-pieces.ts';
import { windowWords } from './changes.ts';
import { filterWords } from './filter-words.ts';
import { knownMoment, pastSentence } from './known-words.ts';
import type { View } from './view.ts';

/** What a page is called, and where it is. */
interface PageWords {
  readonly title: string;
  readonly address: string;
}

/**
 * What a page shows as a workbook: what it is, a sheet for each block that has rows, and all figures as data. Lists in
 * pieces are read as they are sent; each row of theirs is one thing already, and stands only once.
 */
export async function pageWorkbook(
  view: View,
  blocks: readonly Block[] | BlocksInPieces,
  page: PageWords,
): Promise<Iterable<Sheet> | AsyncIterable<Sheet>> {
  const words = { t: view.t, f: view.f, currency: currencyOf(view) };
  const about = await aboutLines(view, page);
  if ('pieces' in blocks) return listSheets(words, about, blocks);
  return blocksWorkbook(words, { about, blocks, gaps: [] });
}

async function* listSheets(
  words: SheetWords,
  about: readonly SheetLine[],
  { pieces }: BlocksInPieces,
): AsyncGenerator<Sheet> {
  yield aboutSheet(words.t(workbookMessages.about), about);
  for (const list of pieces) {
    const others = list.read()[Symbol.asyncIterator]();
    const first = await others.next();
    if (first.done !== true && first.value.rows.length > 0) yield blockSheet(words, first.value, others);
  }
}

async function aboutLines(view: View, { title, address }: PageWords): Promise<readonly SheetLine[]> {
  const { t, f, cutOff, filter } = view;
  const isToDate = filter.from === undefined && filter.to === undefined;
  const past = pastSentence(view);
  return [
    aboutLine(t(workbookMessages.title), title),
    aboutLine(t(workbookMessages.scope), await filterWords(view)),
    aboutLine(t(reportMessages.period), isToDate ? f.period('to-date') : windowWords(view, filter)),
    [{ text: t(reportMessages.cutOff), bold: true }, { day: cutOff }],
    aboutLine(t(reportMessages.known), knownMoment(view)),
    ...(past === null ? [] : [aboutLine('', past)]),
    aboutLine(t(workbookMessages.source), f.text(view.organisation)),
    aboutLine(t(workbookMessages.address), address),
    aboutLine(t(blockMessages.currency), t(workbookMessages.currencyIs, currencyOf(view))),
    aboutLine(t(workbookMessages.approved), t(commonMessages.approvedOnly)),
    aboutLine(t(workbookMessages.emptyCells), t(workbookMessages.empty)),
  ];
}

function currencyOf(view: View) {
  return { code: view.names.reportingCurrency, name: currencyName(view) };
}
