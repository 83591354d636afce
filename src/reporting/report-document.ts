import { createHash } from 'node:crypto';
import type { ReportFrame } from '../../reports/report-frame.tsx';
import { drawSheet } from '../../reports/report-sheet.tsx';
import { canonicalJson, type Snapshot, type SnapshotSubject, snapshotOf } from '../core/report/snapshot.ts';
import type { Language } from '../core/text.ts';
import { blocksCsv } from '../platform/csv/blocks-csv.ts';
import type { Workbook } from '../platform/spreadsheet/workbook.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { pageFooter } from '../web/parts/print-document.tsx';
import { shortHash } from './issue.ts';
import type { ReportContent } from './report-content.tsx';
import { reportWorkbook } from './report-workbook.ts';

/**
 * All that a report says, as data that another thread can be given: its figures, and the words that only the portfolio
 * knows.
 */
export interface ReportCopy {
  readonly subject: SnapshotSubject;
  readonly content: ReportContent;
  readonly words: Omit<ReportFrame, 'edition' | 'stylesheet' | 'issue' | 'illustrative'>;
  readonly language: Language;
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
   * SHA-256 of the snapshot as canonical JSON, in hexadecimal. Figures alone make it: the four languages and both papers
   * of the same figures bear the same hash.
   */
  readonly hash: string;
  readonly html: string;
  readonly footer: ReturnType<typeof pageFooter>;
}

/** Equal copies are drawn to equal documents, byte for byte. */
export function drawReport(copy: ReportCopy, stylesheet: string): ReportDocument {
  const { content, words, language } = copy;
  const { snapshot, hash } = frozen(copy);
  const issue = shortHash(hash);
  const illustrative = isIllustrative(content);
  const paper = edition(language, 'print');
  const frame = { ...words, edition: paper, stylesheet, issue, illustrative };
  return {
    illustrative,
    snapshot,
    hash,
    html: documentHtml(drawSheet(content.sheet, frame)),
    footer: pageFooter(paper, words.title, issue),
  };
}

/** The same figures to calculate with. */
export function workbookOf(copy: ReportCopy): Workbook {
  const { content, words, language, currency } = copy;
  const { blocks, gaps } = content;
  const { hash } = frozen(copy);
  const subject = { ...words, blocks, gaps, hash, illustrative: isIllustrative(content) };
  return reportWorkbook({ ...edition(language, 'print'), currency }, subject);
}

/** The same for programs and spreadsheets: one table. */
export function csvOf({ content, words, currency, asOf }: ReportCopy): string {
  return blocksCsv(content.blocks, { cutOff: words.cutOff, asOf, currency: currency.code });
}

function frozen({ subject, content: { blocks, gaps } }: ReportCopy) {
  const snapshot = snapshotOf(subject, blocks, gaps);
  return { snapshot, hash: createHash('sha256').update(canonicalJson(snapshot)).digest('hex') };
}

function isIllustrative({ blocks }: ReportContent): boolean {
  return blocks.some(({ illustrative }) => illustrative);
}
