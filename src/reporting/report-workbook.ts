import type { Day } from '../core/program.ts';
import type { Block, Gap } from '../core/report/block.ts';
import type { Sheet, SheetLine } from '../core/report/sheet.ts';
import { aboutLine, blocksWorkbook } from '../web/block-sheets.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { movedFigureMessages } from '../web/i18n/messages/moved-figures.ts';
import { periodMessages, reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import type { SheetWords } from '../web/sheet-columns.ts';

/** What a workbook is made of: a report's figures, and what it is, in words. */
export interface WorkbookSubject {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly report: string;
  readonly title: string;
  readonly organisation: string;
  readonly scope: string;
  readonly period: string;
  readonly cutOff: Day;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  readonly knownAt: string;
  /** Of a report as of the past; null: it is as known now. */
  readonly past: string | null;
  /** Figures of earlier issues that have moved, each in a sentence. */
  readonly changed: readonly string[];
  readonly running: boolean;
  readonly hash: string;
  readonly illustrative: boolean;
}

/**
 * A report as a workbook in the reader's language: what it is, then a sheet for each block that has rows, the gaps, and
 * all figures as data. The figures are those that its hash is of.
 */
export function reportWorkbook(words: SheetWords, subject: WorkbookSubject): readonly Sheet[] {
  const { blocks, gaps } = subject;
  return blocksWorkbook(words, { about: aboutLines(words, subject), blocks, gaps });
}

function aboutLines({ t, f, currency }: SheetWords, subject: WorkbookSubject): readonly SheetLine[] {
  const { report, title, organisation, scope, period, cutOff, hash } = subject;
  const { known, knownAt, past, changed, running, illustrative } = subject;
  const line = aboutLine;
  return [
    line(t(workbookMessages.title), title),
    line(t(reportsPageMessages.report), report),
    line(t(workbookMessages.organisation), organisation),
    line(t(workbookMessages.scope), scope),
    line(t(reportMessages.period), period),
    [{ text: t(reportMessages.cutOff), bold: true }, { day: cutOff }],
    line(t(reportMessages.known), knownAt),
    ...(past === null ? [] : [line('', past)]),
    ...(running ? [line('', t(periodMessages.running, { day: f.day(cutOff) }))] : []),
    ...changed.map((sentence, at) => line(at === 0 ? t(movedFigureMessages.changedSince) : '', sentence)),
    line(t(reportMessages.issue), hash.slice(0, 8)),
    line(t(workbookMessages.hash), hash),
    line(t(blockMessages.currency), t(workbookMessages.currencyIs, currency)),
    ...(illustrative ? [line('', t(reportMessages.illustrativeMoney))] : []),
    line(
      t(workbookMessages.approved),
      known === null ? t(reportMessages.approvedOnly) : `${t(commonMessages.approvedOnly)} ${known}`,
    ),
    line(t(workbookMessages.contributions), t(totalsNotes['contributed-to'])),
    line(t(workbookMessages.emptyCells), t(workbookMessages.empty)),
  ];
}
