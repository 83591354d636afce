import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, EVERYTHING, type Scope } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Tile } from '../core/report/block.ts';
import type { Snapshot } from '../core/report/snapshot.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import type { Settings } from '../core/settings/settings.ts';
import { MissingGlyphs } from '../platform/browser/missing-glyphs.adapter.ts';
import { type Pdf, PdfRenderer } from '../platform/browser/pdf-renderer.adapter.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { ChangedSince } from './changed-since.use-case.ts';
import { proveConserved } from './conserved.ts';
import { DrawingRoom } from './drawing-room.adapter.ts';
import { earlierIssue } from './earlier-issue.repository.ts';
import type { EarlierIssue } from './earlier-issue.ts';
import { type FileSubject, fileName, type Issue } from './issue.ts';
import {
  findScheduledIssue,
  type IssueBefore,
  type IssueHead,
  type IssueRow,
  issuesBefore,
  listIssues,
  readIssue,
  readIssueHead,
  readSnapshot,
  storeIssue,
} from './issues.repository.ts';
import { wordsHolding } from './own/own-words.ts';
import { recordPlaces } from './record-places.ts';
import type { WholeReport } from './report-content.ts';
import { lookOf, type ReportLook, reportCopy } from './report-copy.ts';
import type { ReportCopy, ReportDocument } from './report-document.ts';
import type { ReportFormat } from './report-file.ts';
import type { TellStep } from './report-jobs.ts';
import { ReportOrders } from './report-orders.use-case.ts';
import { madeForOf, type ReportOrder, type ReportRequest } from './report-request.ts';
import { ReportViews } from './report-views.use-case.ts';

/** A report that only has to be printed, or written as data. */
export interface DrawnReport extends ReportDocument {
  readonly order: ReportOrder;
  /** "Country fact sheet: Costa Rica, June 2017" */
  readonly title: string;
  /** The headline figures, as its first page shows them. */
  readonly headlines: readonly Tile[];
  /** Figures of earlier issues that have moved, each in a sentence, as its first lines have them. */
  readonly changed: readonly string[];
  /** As known when, in ISO 8601. */
  readonly asOf: string;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** How many tables all of its rows make. */
  tables(): Promise<number>;
  /** What it is drawn from. */
  readonly copy: ReportCopy;
  /** Every row, asked for once, when somebody wants a file to calculate with. */
  whole(): Promise<WholeReport>;
  /** The cells of the record in which one of these signs stands: "programme NET-POL, title". */
  recordPlaces(signs: readonly string[]): Promise<readonly string[]>;
  fileName(format: ReportFormat): string;
  /** Of the data that the figures were read at. */
  readonly revision: number;
}

/** Of a report for which nobody waits. */
const untold: TellStep = () => {};

/**
 * Makes reports. A report that somebody asks for is made of what is approved now, and is not stored: the same figures
 * make the same file again, so a copy would only be one more thing to keep right. What the schedule sends is stored as
 * an issue, once, and from then on it is that file which is opened, compared and sent again.
 */
@Injectable()
export class Reports {
  constructor(
    private readonly views: ReportViews,
    private readonly changedSince: ChangedSince,
    private readonly drawing: DrawingRoom,
    private readonly renderer: PdfRenderer,
    private readonly clock: Clock,
    @Inject(DATABASE) private readonly db: Database,
    private readonly orders: ReportOrders,
    private readonly settings: CurrentSettings,
  ) {}

  /**
   * A report as the approved figures make it now, or made it at a moment that the request names, up to the printing. A donor gets the reports that donors may have of themselves, and no other. What it is about may be named as people type it.
   *
   * @param account who asks, as one who keeps reports; null: a program, which finds those that are shared
   * @throws DomainError `REPORT.UNKNOWN` (missing); `REPORT.UNKNOWN_PERIOD`, `REPORT.NOT_BEGUN`,
   *   `REPORT.SCOPE`, `REPORT.UNKNOWN_LANGUAGE`, `REPORT.UNKNOWN_PAPER`, `REPORT.UNKNOWN_ANNEX`, `FILTER.UNKNOWN_…`, `AS_OF.…`, `REQUEST.INVALID` (call);
   *   `REPORT.NOT_CONSERVED` (refused) where the views do not agree; `OWN_REPORT.GONE` (refused)
   */
  async draw(
    scope: Scope,
    request: ReportRequest,
    tell: TellStep = untold,
    account: string | null = null,
  ): Promise<DrawnReport> {
    return this.drawOrder(scope, await this.orders.of({ scope, account }, request), tell);
  }

  /**
   * @throws DomainError `BROWSER.…`, `RENDER.…` (broken), `RENDER.GLYPH_MISSING` (refused), which names the cell that
   *   cannot be written; then there is no file, and none is half made
   */
  async print({ order, html, footer, recordPlaces }: DrawnReport): Promise<Pdf> {
    try {
      return await this.renderer.render({
        html,
        paper: order.paper,
        footer,
        date: lastMoment(order),
      });
    } catch (error) {
      throw error instanceof MissingGlyphs ? error.from(await recordPlaces(error.signs)) : error;
    }
  }

  /** A drawn report as an XLSX file; equal figures in equal words are equal bytes. @throws DomainError `THREADS.…` (broken) */
  async write({
    order,
    copy,
    whole,
  }: DrawnReport): Promise<{ readonly bytes: Uint8Array; readonly sheets: number }> {
    return this.drawing.draw('workbook', { copy, whole: await whole(), date: lastMoment(order) });
  }

  /** The same as CSV. @throws DomainError `THREADS.…` (broken) */
  async tabulate({ copy, whole }: DrawnReport): Promise<Uint8Array> {
    return this.drawing.draw('csv', { copy, whole: await whole() });
  }

  /**
   * The one issue that the schedule sends of a report for a period: the stored one, or else it is made of what is
   * approved now, and stored. Any number of processes may ask at once.
   *
   * @throws DomainError as `draw`, `print` and `write`; `REPORT.NOT_OVER` (call) for a period that has days to come
   */
  async issue(request: ReportRequest): Promise<Issue> {
    const order = await this.orders.ofService(request);
    const key = subjectOf(order);
    const known = await findScheduledIssue(this.db, key);
    if (known !== null) return issueOf(known);
    if (order.running) throw notOver(order);
    const drawn = await this.drawOrder(EVERYTHING, order);
    const { bytes, pages } = await this.print(drawn);
    const workbook = await this.write(drawn);
    const csv = await this.tabulate(drawn);
    const stored = await storeIssue(this.db, {
      ...key,
      madeFor: madeForOf(order),
      origin: 'schedule',
      cutOff: order.cutOff,
      revision: drawn.revision,
      known: drawn.known,
      title: drawn.title,
      headlines: drawn.headlines,
      changed: drawn.changed,
      snapshot: drawn.snapshot,
      hash: drawn.hash,
      pdf: bytes,
      xlsx: workbook.bytes,
      csv,
      pages,
      createdAt: this.clock.now(),
    });
    const issue = stored ?? (await findScheduledIssue(this.db, key));
    if (issue === null) throw new Error('An issue was neither stored nor found.');
    return issueOf(issue);
  }

  /** What the schedule would issue of a period that is over, read with the same eyes, and kept nowhere. @throws DomainError as `draw` */
  async sample(request: ReportRequest): Promise<DrawnReport> {
    return this.drawOrder(EVERYTHING, await this.orders.ofService(request));
  }

  /** @throws DomainError `ISSUE.UNKNOWN` (missing) */
  async find(scope: Scope, id: string): Promise<Issue> {
    const found = await readIssue(this.db, scope, id);
    if (found !== null) return issueOf(found);
    throw noIssue(id);
  }

  /** An issue without its file. @throws DomainError `ISSUE.UNKNOWN` (missing) */
  async head(scope: Scope, id: string): Promise<IssueHead> {
    const found = await readIssueHead(this.db, scope, id);
    if (found !== null) return found;
    throw noIssue(id);
  }

  /** The figures of an issue, as they were frozen. @throws DomainError `ISSUE.UNKNOWN` (missing) */
  async frozen(id: string): Promise<Snapshot> {
    const found = await readSnapshot(this.db, id);
    if (found !== null) return found;
    throw noIssue(id);
  }

  /** A page of the issues, the latest first, without their files. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
  list(scope: Scope, page: PageRequest): Promise<RowPage<IssueHead>> {
    return listIssues(this.db, scope, page);
  }

  /** Of some issues those that were sent before, by id. */
  before(scope: Scope, issues: readonly IssueHead[]): Promise<ReadonlyMap<string, IssueBefore>> {
    return issuesBefore(
      this.db,
      scope,
      issues.map(({ id }) => id),
    );
  }

  private async drawOrder(scope: Scope, order: ReportOrder, tell: TellStep = untold): Promise<DrawnReport> {
    tell('figures');
    const { own } = order;
    const view = await this.views.open(scope, order);
    await proveConserved(view, own?.window ?? order.period);
    const [earlier, changed] = await Promise.all([
      this.earlierThan(order),
      this.changedSince.lines(order, view),
    ]);
    const look = await this.look(this.settings.now);
    const { copy, whole } = await reportCopy(order, view, { earlier, changed }, look);
    const { content, words, asOf: known } = copy;
    tell('drawing');
    return {
      ...(await this.drawing.draw('document', copy)),
      order,
      title: words.title,
      headlines: content.tiles,
      changed,
      asOf: known,
      known: words.known,
      tables: async () => (await whole()).blocks.length,
      copy,
      whole,
      recordPlaces: async (signs) => [
        ...(own === null ? [] : wordsHolding(own, signs)),
        ...(await recordPlaces(view, signs)),
      ],
      fileName: (format) => fileName(subjectOf(order), format),
      revision: view.names.revision,
    };
  }

  private async look(settings: Settings): Promise<ReportLook> {
    const { logo } = settings.chosen;
    return lookOf(settings, logo && (await this.settings.logoOf(logo.hash)));
  }

  /** Only the portfolio says what changed since the issue before. */
  private async earlierThan(order: ReportOrder): Promise<EarlierIssue | null> {
    if (order.report !== 'portfolio') return null;
    return earlierIssue(this.db, order.scope, { order, timeZone: this.settings.now.schedule.timeZone });
  }
}

/** Files are dated by their data, so that equal ones are equal. */
function lastMoment({ cutOff }: ReportOrder): Date {
  return new Date(`${cutOff}T23:59:59Z`);
}

function subjectOf({ report, period, filter, language, paper }: ReportOrder) {
  return {
    report,
    period: period.key,
    pillar: filter.pillar ?? null,
    country: filter.country ?? null,
    donor: filter.donor ?? null,
    lang: language,
    paper,
  } satisfies FileSubject & { readonly paper: string };
}

function issueOf(row: IssueRow): Issue {
  const {
    id,
    report,
    period,
    lang,
    paper,
    title,
    headlines,
    changed,
    cutOff,
    known,
    hash,
    pages,
    pdf,
    xlsx,
    csv,
  } = row;
  return {
    id,
    report,
    period,
    language: lang,
    paper,
    title,
    fileName: fileName(row),
    headlines,
    changed,
    cutOff,
    known,
    hash,
    pages,
    pdf,
    xlsx,
    csv,
  };
}

function noIssue(id: string): DomainError {
  return new DomainError('ISSUE.UNKNOWN', `There is no issue "${id}".`, { kind: 'missing' });
}

function notOver({ period }: ReportOrder): DomainError {
  return new DomainError('REPORT.NOT_OVER', `The period ${period.key} is not over.`, {
    kind: 'call',
    remedy: 'An issue is frozen, so it waits until the last day of its period has passed.',
    values: { period: period.key },
  });
}
