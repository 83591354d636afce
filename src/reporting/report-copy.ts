import type { StoredLogo } from '../access/index.ts';
import {
  askedOnce,
  currencyName,
  datesOf,
  forPaper,
  knownMoment,
  knownSentence,
  pastSentence,
  type View,
} from '../analytics/index.ts';
import { FRONTS, type Front, type Settings, USUAL_CURRENCY } from '../core/settings/settings.ts';
import { fitted, type ShownLogo } from '../web/site.ts';
import { brandFile } from '../web/styles/brand-file.ts';
import type { EarlierIssue } from './earlier-issue.ts';
import { annexesOf } from './report-annexes.ts';
import { reportSource, type WholeReport } from './report-content.ts';
import type { ReportCopy } from './report-document.ts';
import type { ReportOrder } from './report-request.ts';
import { nameOf, periodOf, scopeOf, subjectOf, titleOf } from './report-words.ts';

/** A copy, and where every row is asked for, of which the document shows those that lead. */
export interface CopiedReport {
  readonly copy: ReportCopy;
  whole(): Promise<WholeReport>;
}

/** How the organisation's reports look beside others. */
export interface ReportLook {
  readonly brandCss: string;
  readonly logo: ShownLogo | null;
  readonly front: Front;
}

export const PLAIN_LOOK: ReportLook = { brandCss: '', logo: null, front: FRONTS[0] };

/** CSS pixels: some 13 mm high and 58 mm wide. */
const ON_PAPER = { width: 220, height: 48 };

/** By the settings; the logo with its content, as a PDF loads nothing. */
export function lookOf({ chosen: { accent }, front }: Settings, logo: StoredLogo | null): ReportLook {
  return {
    brandCss: accent === null ? '' : brandFile(accent).css,
    logo:
      logo &&
      fitted(logo, `data:${logo.type};base64,${Buffer.from(logo.content).toString('base64')}`, ON_PAPER),
    front,
  };
}

/** What was sent before, and has changed. */
export interface SentBefore {
  /** The issue that was sent before, of reports that stand beside it; null: none was. */
  readonly earlier: EarlierIssue | null;
  /** Figures of earlier issues that have moved, each in a sentence. */
  readonly changed: readonly string[];
}

const NOTHING_SENT: SentBefore = { earlier: null, changed: [] };

/** Asks the view for all that a report says; equal figures give equal copies. */
export async function reportCopy(
  order: ReportOrder,
  view: View,
  { earlier, changed }: SentBefore = NOTHING_SENT,
  { brandCss, logo, front }: ReportLook = PLAIN_LOOK,
): Promise<CopiedReport> {
  const { report, period, running, filter, own } = order;
  const { f, names, cutOff } = view;
  const source = await reportSource(order, forPaper(view), earlier);
  const copy: ReportCopy = {
    subject: {
      report,
      period: period.key,
      cutOff,
      pillar: filter.pillar ?? null,
      country: filter.country ?? null,
      donor: filter.donor ?? null,
      ...(names.reportingCurrency !== USUAL_CURRENCY && { currency: names.reportingCurrency }),
      // Figures of other days, or of something else, are no other figures: their snapshot says so.
      ...(own !== null && { own: { window: own.window, filter: own.definition.filter } }),
    },
    content: source.content,
    annexes: await annexesOf(source.view, order.annexes),
    words: {
      organisation: f.text(view.organisation),
      logo,
      front,
      report: nameOf(order, view),
      scope: await scopeOf(order, view),
      period: periodOf(order, view),
      subject: subjectOf(order),
      title: await titleOf(order, view),
      cutOff,
      known: knownSentence(view),
      knownAt: knownMoment(view),
      past: pastSentence(view),
      changed,
      running,
      paper: order.paper,
    },
    language: view.language,
    brandCss,
    currency: { code: names.reportingCurrency, name: currencyName(view) },
    asOf: datesOf(view).asOf,
  };
  return { copy, whole: askedOnce(() => source.whole(view)) };
}
