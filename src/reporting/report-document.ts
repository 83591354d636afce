import { createHash } from 'node:crypto';
import type { ReportAnnex, ReportFrame } from '../../reports/report-frame.tsx';
import { drawSheet } from '../../reports/report-sheet.tsx';
import type { Sheet } from '../core/report/sheet.ts';
import { inShort } from '../core/report/short.ts';
import { canonicalJson, type Snapshot, type SnapshotSubject, snapshotOf } from '../core/report/snapshot.ts';
import type { Language } from '../core/text.ts';
import { blocksCsv } from '../platform/csv/blocks-csv.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { pageFooter } from '../web/parts/print-document.tsx';
import { shortText } from '../web/short-text.ts';
import { shortHash } from './issue.ts';
import type { ReportContent, WholeReport } from './report-content.ts';
import { reportWorkbook } from './report-workbook.ts';

/** In letters: what the foot of a page has room for beside the issue and the number of the page. */
const FOOTER = 80;

/**
 * All that a report says, as data that another thread can be given: its figures, and the words that only the portfolio
 * knows.
 */
export interface ReportCopy {
  readonly subject: SnapshotSubject;
  readonly content: ReportContent;
  readonly annexes: readonly ReportAnnex[];
  readonly words: Omit<ReportFrame, 'edition' | 'stylesheet' | 'issue' | 'illustrative'>;
  readonly language: Language;
  /** Of the organisation's colour; empty: it has chosen none. */
  readonly brandCss: string;
  /** The reporting currency. */
  readonly currency: { readonly code: string; readonly name: string };
  /** As known when, in ISO 8601. */
  readonly asOf: string;
}

/** A report before it is printed. */
export interface ReportDocument {
  /** It shows money made up for demonstration. */
  readonly illustrative: boolean;
  readonly snapshot: Snapshot;
  /**
   * SHA-256 of the snapshot as canonical JSON, in hexadecimal. The figures of the body alone make it: the four languages,
   * both papers, every choice of annexes and the files of the same figures bear the same hash.
   */
  readonly hash: string;
  readonly html: string;
  readonly footer: ReturnType<typeof pageFooter>;
}

/** Equal copies are drawn to equal documents, byte for byte. */
export function drawReport(copy: ReportCopy, stylesheet: string): ReportDocument {
  const { content, annexes, words, language, brandCss } = copy;
  const { snapshot, hash } = frozen(copy);
  const issue = shortHash(hash);
  const illustrative = isIllustrative(content);
  const paper = edition(language, 'print');
  const frame = { ...words, edition: paper, stylesheet: `${stylesheet}\n${brandCss}`, issue, illustrative };
  return {
    illustrative,
    snapshot,
    hash,
    html: documentHtml(drawSheet(content.sheet, frame, annexes)),
    footer: pageFooter(paper, shortText(words.title, FOOTER), issue),
  };
}

/** The same figures to calculate with, and every row of which the document shows those that lead. */
export function workbookOf(copy: ReportCopy, whole: WholeReport): readonly Sheet[] {
  const { content, words, language, currency } = copy;
  const { hash } = frozen(copy);
  const subject = { ...words, ...whole, hash, illustrative: isIllustrative(content) };
  return reportWorkbook({ ...edition(language, 'print'), currency }, subject);
}

/** The same for programs and spreadsheets: one table. */
export function csvOf({ words, currency, asOf }: ReportCopy, { blocks }: WholeReport): string {
  return blocksCsv(blocks, { cutOff: words.cutOff, asOf, currency: currency.code });
}

function frozen({ subject, content: { blocks, gaps } }: ReportCopy) {
  const shown = blocks.map((block) => inShort(block, null));
  const snapshot = snapshotOf(subject, shown, gaps);
  return { snapshot, hash: createHash('sha256').update(canonicalJson(snapshot)).digest('hex') };
}

function isIllustrative({ blocks }: ReportContent): boolean {
  return blocks.some(({ illustrative }) => illustrative);
}
