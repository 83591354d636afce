import { createHash } from 'node:crypto';
import {
  blocksCsv,
  datesOf,
  knownMoment,
  knownSentence,
  labelOf,
  pastSentence,
  type View,
} from '../analytics/index.ts';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import type { Tile } from '../core/report/block.ts';
import { inShort } from '../core/report/short.ts';
import { canonicalJson, type Snapshot, snapshotOf } from '../core/report/snapshot.ts';
import type { Workbook } from '../platform/spreadsheet/workbook.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { reportMessages, reportTitles } from '../web/i18n/messages/reports.ts';
import { pageFooter } from '../web/parts/print-document.tsx';
import { shortText } from '../web/short-text.ts';
import { shortHash } from './issue.ts';
import { recordPlaces } from './record-places.ts';
import { annexesOf } from './report-annexes.ts';
import { reportContent } from './report-content.tsx';
import type { ReportFilter, ReportOrder } from './report-request.ts';
import { reportWorkbook } from './report-workbook.ts';

/** In letters: what the foot of a page has room for beside the issue and the number of the page. */
const FOOTER = 80;

/** A report before it is printed. */
export interface ReportDocument {
  /** "Country fact sheet: Costa Rica, June 2017" */
  readonly title: string;
  /** The headline figures, as its first page shows them. */
  readonly headlines: readonly Tile[];
  /** It shows money made up for demonstration. */
  readonly illustrative: boolean;
  readonly snapshot: Snapshot;
  /**
   * SHA-256 of the snapshot as canonical JSON, in hexadecimal. The figures of the body alone make it: the four languages,
   * both papers, every choice of annexes and the files of the same figures bear the same hash.
   */
  readonly hash: string;
  /** As known when, in ISO 8601. */
  readonly asOf: string;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  readonly html: string;
  readonly footer: ReturnType<typeof pageFooter>;
  /** The same figures to calculate with, and every row of which the document shows those that lead. */
  workbook(): Promise<Workbook>;
  csv(): Promise<string>;
  /** The cells of the record in which one of these signs stands: "programme NET-POL, title". */
  recordPlaces(signs: readonly string[]): Promise<readonly string[]>;
  /** How many tables these make. */
  tables(): Promise<number>;
}

/** The document that an order gives of a view; equal figures give equal documents, byte for byte. */
export async function reportDocument(
  order: ReportOrder,
  view: View,
  stylesheet: string,
): Promise<ReportDocument> {
  const { report, period, cutOff, running, filter } = order;
  const { t, f } = view;
  const content = await reportContent(order, view);
  const annexes = await annexesOf(content.view, order.annexes);
  const snapshot = snapshotOf(
    {
      report,
      period: period.key,
      cutOff,
      pillar: filter.pillar ?? null,
      country: filter.country ?? null,
      donor: filter.donor ?? null,
    },
    content.blocks.map((block) => inShort(block, null)),
    content.gaps,
  );
  const hash = createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
  const issue = shortHash(hash);
  const illustrative = content.blocks.some((block) => block.illustrative);
  const paper = edition(view.language, 'print');
  const known = knownSentence(view);
  const title = titleOf(order, view);
  let asked: ReturnType<typeof content.whole> | undefined;
  const whole = () => {
    asked ??= content.whole();
    return asked;
  };
  const frame = {
    edition: paper,
    stylesheet,
    organisation: f.text(HOME_ORGANISATION),
    report: t(reportTitles[report]),
    scope: scopeNames(view, filter) ?? t(reportMessages.wholePortfolio),
    period: f.period(period.key),
    title,
    cutOff,
    known,
    knownAt: knownMoment(view),
    past: pastSentence(view),
    running,
    issue,
    illustrative,
  };
  return {
    title,
    headlines: content.tiles,
    illustrative,
    snapshot,
    hash,
    asOf: view.known.at.toISOString(),
    known,
    html: documentHtml(content.document(frame, annexes)),
    footer: pageFooter(paper, shortText(title, FOOTER), issue),
    workbook: async () => reportWorkbook(view, { ...frame, ...(await whole()), hash }),
    recordPlaces: (signs) => recordPlaces(view, signs),
    tables: async () => (await whole()).blocks.length,
    csv: async () =>
      blocksCsv((await whole()).blocks, { ...datesOf(view), currency: view.names.reportingCurrency }),
  };
}

function titleOf({ report, period, filter }: ReportOrder, view: View): string {
  const { t, f } = view;
  const words = { title: t(reportTitles[report]), period: f.period(period.key) };
  const scope = scopeNames(view, filter);
  return scope === null
    ? t(reportMessages.titleOfPeriod, words)
    : t(reportMessages.titleOfScopeAndPeriod, { ...words, scope });
}

/** "Costa Rica · Multidimensional security", or null for the whole portfolio. */
function scopeNames(view: View, filter: ReportFilter): string | null {
  const names = (['country', 'donor', 'pillar'] as const).flatMap((by) => {
    const code = filter[by];
    return code === undefined ? [] : [labelOf(view, by, code)];
  });
  return names.length === 0 ? null : names.join(' · ');
}
