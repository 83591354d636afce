import { oneLine } from '../core/one-line.ts';
import type { Day } from '../core/program.ts';
import type { Tile } from '../core/report/block.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import type { Mail } from '../platform/mailer/mailer.ts';
import { formats } from '../web/i18n/formats.ts';
import type { Message } from '../web/i18n/message.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { mailMessages } from '../web/i18n/messages/mail.ts';
import { movedFigureMessages } from '../web/i18n/messages/moved-figures.ts';
import { reportMessages, reportTitles } from '../web/i18n/messages/reports.ts';
import { type Translate, translator } from '../web/i18n/translator.ts';
import { type Attachable, type Attached, attachedTo, formatBeside } from './attached.ts';
import type { Delivery } from './delivery.ts';
import { reportMailHtml, type SaidInMail } from './report-mail-html.tsx';

/** What an e-mail takes from the issue that it carries. */
export interface MailedIssue extends Attachable {
  readonly id: string;
  /** With its scope and period, in its language: "Portfolio report, June 2017". */
  readonly title: string;
  readonly pages: number;
  /** The data count until the end of this day. */
  readonly cutOff: Day;
  /** Both dates in a sentence, in its language; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** The headline figures, in its language. */
  readonly headlines: readonly Tile[];
  /** Figures of earlier issues that have moved, each in a sentence in its language. */
  readonly changed: readonly string[];
  /** The period of the last report that its reader had, where nothing is new since. */
  readonly quietSince?: string | null;
}

/** The recipient's own address of the report. */
export interface OwnLink {
  readonly url: string;
  /** With the time zone that it is told in. */
  readonly expiresAt: Date;
  readonly timeZone: string;
  /** `sign-in`: it opens for nobody who has not signed in, so the report does not lie in the mailbox either. */
  readonly needs: 'nothing' | 'sign-in';
}

/** Where a recipient stops the subscription. */
export interface OwnStop {
  /** A page; null: nobody knows at which address this service is reached. */
  readonly url: string | null;
  /** A mailbox that a person reads; null: there is none that anybody could write to. */
  readonly mailbox: string | null;
}

/**
 * The e-mail of an issue to one subscriber, in the subscriber's language, but for its Message-ID: once as text, once as
 * HTML, which say the same. What is too large for a mail server stays where its link leads.
 *
 * @param publicUrl where the service is reached; null: it says nothing of a dashboard
 * @param link null: there is none
 */
export function reportMail(
  delivery: Delivery,
  issue: MailedIssue,
  publicUrl: string | null,
  link: OwnLink | null,
  stop: OwnStop = { url: null, mailbox: null },
): Mail {
  const attachments = attachedTo(delivery.deliveredAs, issue, link);
  const said = saidOf(delivery, issue, { publicUrl, link, stop, attachments });
  const unsubscribe = [
    ...(stop.url === null ? [] : [stop.url]),
    ...(stop.mailbox === null ? [] : [`mailto:${stop.mailbox}?subject=unsubscribe`]),
  ];
  return {
    to: delivery.recipient,
    subject: said.title,
    text: textOf(said),
    html: reportMailHtml(said),
    attachments,
    ...(unsubscribe.length > 0 && { unsubscribe }),
  };
}

function saidOf(
  delivery: Delivery,
  issue: MailedIssue,
  given: {
    readonly publicUrl: string | null;
    readonly link: OwnLink | null;
    readonly stop: OwnStop;
    readonly attachments: Attached;
  },
): SaidInMail {
  const { publicUrl, link, stop, attachments } = given;
  const { url: stopUrl } = stop;
  const t = translator(delivery.lang);
  const { day, period } = formats(delivery.lang);
  const illustrative = issue.headlines.some((tile) => tile.illustrative);
  const who = {
    name: oneLine(delivery.name),
    email: delivery.recipient,
    // What somebody has put together is called as they called it.
    report: ownSlugOf(delivery.report) === null ? reportName(t, delivery.report) : oneLine(issue.title),
  };
  return {
    language: delivery.lang,
    title: oneLine(issue.title),
    quiet: issue.quietSince == null ? null : t(mailMessages.nothingNew, { period: period(issue.quietSince) }),
    attached: attachedWords(t, delivery, issue, attachments),
    link:
      link === null
        ? null
        : {
            about: aboutLink(t, delivery, issue, { link, attachments }),
            url: link.url,
            open: t(mailMessages.open),
          },
    changed:
      issue.changed.length === 0
        ? null
        : {
            head: t(movedFigureMessages.changedSince),
            sentences: issue.changed.map((each) => oneLine(each)),
          },
    figuresHead: t(mailMessages.headlines, { date: day(issue.cutOff) }),
    figures: issue.headlines.map((tile) => headlineOf(t, tile)),
    cautions: [
      issue.known ?? t(reportMessages.approvedOnly),
      ...(illustrative ? [t(reportMessages.illustrativeMoney)] : []),
    ],
    online:
      publicUrl === null
        ? null
        : { words: t(mailMessages.online), url: dashboardUrl(publicUrl, delivery, issue.cutOff) },
    why: t(stopUrl === null ? mailMessages.why : mailMessages.whyAndChange, who),
    stop: stopUrl === null ? null : { words: t(mailMessages.stop), url: stopUrl },
  };
}

function textOf(said: SaidInMail): string {
  const named = ({ words, url }: { readonly words: string; readonly url: string }) =>
    `${words}${said.language === 'fr' ? '\u00a0' : ''}: ${url}`;
  const paragraphs = [
    said.title,
    ...(said.quiet === null ? [] : [said.quiet]),
    ...(said.attached === null ? [] : [said.attached]),
    ...(said.link === null ? [] : [lines([said.link.about, said.link.url])]),
    ...(said.changed === null
      ? []
      : [lines([said.changed.head, ...said.changed.sentences.map((each) => `- ${each}`)])]),
    lines([said.figuresHead, ...said.figures.map((figure) => `- ${figure}`)]),
    lines(said.cautions),
    ...(said.online === null ? [] : [named(said.online)]),
    lines([said.why, ...(said.stop === null ? [] : [named(said.stop)])]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/**
 * The Message-ID of a subscriber's e-mail for a period, or of an erratum of it, without angle brackets: the same in every attempt and after any
 * restart, so that a mailbox can tell a repeated one.
 *
 * @param from the sender, as in MAIL_FROM
 */
export function messageIdFor(
  { subscription, period, erratum }: Pick<Delivery, 'subscription' | 'period' | 'erratum'>,
  from: string,
): string {
  const of = erratum === undefined ? subscription : `${erratum}.${subscription}`;
  // Two dots in a row are not for the left of an address (RFC 5322, 3.2.3).
  return `${period.replace('..', '_')}.${of}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}`;
}

/** Titles of reports that people have put together, by the name that each has among all. */
export type OwnTitles = ReadonlyMap<string, string>;

/** A report's name without period and scope. */
export function reportName(t: Translate, report: string, own: OwnTitles = new Map()): string {
  const titles: Readonly<Record<string, Message | undefined>> = reportTitles;
  const title = titles[report];
  return title === undefined ? (own.get(report) ?? report) : t(title);
}

/** @returns null: nothing goes with the e-mail */
function attachedWords(
  t: Translate,
  { deliveredAs }: Delivery,
  issue: MailedIssue,
  [pdf, beside]: Attached,
): string | null {
  if (pdf === undefined) return null;
  const file = pdf.filename;
  const { pages } = issue;
  const kept = formatBeside(deliveredAs);
  const attached = t(mailMessages.attached, { file, pages });
  if (kept === null) return attached;
  const format = kept.toUpperCase();
  if (beside !== undefined)
    return t(mailMessages.attachedBoth, { file, pages, format, beside: beside.filename });
  const why = issue[kept] === null ? mailMessages.nothingBeside : mailMessages.besideTooLarge;
  return `${attached}. ${t(why, { format })}`;
}

function aboutLink(
  t: Translate,
  { lang, recipient, deliveredAs }: Delivery,
  { pages }: MailedIssue,
  { link, attachments }: { readonly link: OwnLink; readonly attachments: Attached },
): string {
  const until = formats(lang).moment(link.expiresAt, link.timeZone);
  if (link.needs === 'sign-in') return t(mailMessages.linkToSignIn, { pages, email: recipient, until });
  if (attachments.length > 0) return t(mailMessages.link, { until });
  return t(deliveredAs === 'link' ? mailMessages.linkAsked : mailMessages.linkAlone, { pages, until });
}

function headlineOf(t: Translate, { label, value, note, illustrative }: Tile): string {
  const message = /\d/.test(value) ? mailMessages.headline : mailMessages.headlineWithoutNumber;
  const headline = t(message, { label, value });
  const notes = [note, illustrative ? t(commonMessages.illustrative) : null].filter((each) => each !== null);
  return notes.length === 0
    ? headline
    : t(mailMessages.headlineWithNote, { headline, note: notes.join(', ') });
}

/** The dashboard with the report's own filters, so that it shows the report's figures. */
function dashboardUrl(publicUrl: string, { pillar, country, donor, lang }: Delivery, cutOff: Day): string {
  const filters = Object.entries({ pillar, country, donor, to: cutOff, lang });
  const given = filters.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return `${publicUrl}/?${new URLSearchParams(given)}`;
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}
