import type { Day } from '../core/program.ts';
import type { Tile } from '../core/report/block.ts';
import { type Language, slug } from '../core/text.ts';
import type { ReportFormat } from './report-file.ts';
import type { Paper } from './report-request.ts';

/** One report for one period and one scope, frozen: whatever is approved later, it stays as it was sent. */
export interface Issue {
  readonly id: string;
  readonly report: string;
  /** `2017-06`, `2017-Q2`, `2017` or `2016-04..2017-03`. */
  readonly period: string;
  readonly language: Language;
  readonly paper: Paper;
  /** "Portfolio report, June 2017": the document's title, in the language of the issue. */
  readonly title: string;
  readonly fileName: string;
  /** The headline figures of its first page, in the language of the issue. */
  readonly headlines: readonly Tile[];
  /** Figures of earlier issues that have moved, each in a sentence in the language of the issue. */
  readonly changed: readonly string[];
  /** Data until the end of this day. */
  readonly cutOff: Day;
  /** Both dates in a sentence, in its language; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** SHA-256 of its figures, in hexadecimal; its beginning stands on every page. */
  readonly hash: string;
  readonly pages: number;
  readonly pdf: Uint8Array;
  /** The same figures as a workbook; null: it was issued before workbooks were kept. */
  readonly xlsx: Uint8Array | null;
  /** The same as CSV; null: it was issued before that was kept. */
  readonly csv: Uint8Array | null;
}

/** What names a file: the report, its period, its slice, its language. */
export interface FileSubject {
  readonly report: string;
  readonly period: string;
  readonly country: string | null;
  readonly donor: string | null;
  readonly pillar: string | null;
  readonly lang: Language;
}

/**
 * The name under which a report is saved.
 *
 * @example fileName({ report: 'country-fact-sheet', period: '2017-06', country: 'CR', donor: null, pillar: null, lang: 'es' })
 *   // 'country-fact-sheet-2017-06-cr-es.pdf'
 */
export function fileName(
  { report, period, country, donor, pillar, lang }: FileSubject,
  format: ReportFormat = 'pdf',
): string {
  const parts = [report, period, country, donor, pillar, lang].filter((part) => part !== null);
  return `${slug(parts.join('-'))}.${format}`;
}

/** As much of a hash as stands on a page: enough to tell issues apart, short enough to be read aloud. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}
