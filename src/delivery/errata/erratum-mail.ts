import { oneLine } from '../../core/one-line.ts';
import type { Day } from '../../core/program.ts';
import { ownSlugOf } from '../../core/report/own-report.ts';
import { dayIn } from '../../core/time-zone.ts';
import type { Mail } from '../../platform/mailer/mailer.ts';
import { formats } from '../../web/i18n/formats.ts';
import { erratumMailMessages as m } from '../../web/i18n/messages/errata.ts';
import { mailMessages } from '../../web/i18n/messages/mail.ts';
import { translator } from '../../web/i18n/translator.ts';
import type { Delivery } from '../delivery.ts';
import { type OwnLink, type OwnStop, reportName } from '../report-mail.ts';
import { type ErratumInMail, erratumMailHtml } from './erratum-mail-html.tsx';

/** Whom it goes to. */
export type ErratumReader = Pick<
  Delivery,
  'period' | 'recipient' | 'name' | 'report' | 'pillar' | 'country' | 'donor' | 'lang'
>;

/** What an erratum says to one reader. */
export interface SaidInErratum {
  /** Of the issue that they got, in its language. */
  readonly title: string;
  readonly sentAt: Date;
  readonly timeZone: string;
  /** What moved and why, in the reader's language. */
  readonly sentences: readonly string[];
  /** When the data was as the issue has it; null: nobody knows. */
  readonly since: Date | null;
  readonly slice: {
    readonly report: string;
    readonly pillar: string | null;
    readonly country: string | null;
    readonly donor: string | null;
    /** The last day that counts in the issue. */
    readonly cutOff: Day;
  };
}

/** The ways from an erratum: each null where there is none. */
interface Ways {
  /** Where the service is reached. */
  readonly publicUrl: string | null;
  /** To the issue as it was sent. */
  readonly link: OwnLink | null;
  readonly stop: OwnStop;
}

/** The e-mail of an erratum to one reader, in the reader's language: once as text, once as HTML, which say the same. */
export function erratumMail(delivery: ErratumReader, given: SaidInErratum, ways: Ways): Mail {
  const said = saidOf(delivery, given, ways);
  const { url, mailbox } = ways.stop;
  const unsubscribe = [
    ...(url === null ? [] : [url]),
    ...(mailbox === null ? [] : [`mailto:${mailbox}?subject=unsubscribe`]),
  ];
  return {
    to: delivery.recipient,
    subject: said.title,
    text: textOf(said),
    html: erratumMailHtml(said),
    attachments: [],
    ...(unsubscribe.length > 0 && { unsubscribe }),
  };
}

function saidOf(
  delivery: ErratumReader,
  given: SaidInErratum,
  { publicUrl, link, stop }: Ways,
): ErratumInMail {
  const { lang, name, recipient, report } = delivery;
  const t = translator(lang);
  const f = formats(lang);
  const title = oneLine(given.title);
  const who = {
    name: oneLine(name),
    email: recipient,
    report: ownSlugOf(report) === null ? reportName(t, report) : title,
  };
  return {
    language: lang,
    title: t(m.subject, { title }),
    about: t(m.about, { title, day: f.day(dayIn(given.sentAt.getTime(), given.timeZone)) }),
    sentences: given.sentences.map((sentence) => oneLine(sentence)),
    figures: publicUrl === null ? null : { words: t(m.figures), url: changesUrl(publicUrl, delivery, given) },
    link:
      link === null
        ? null
        : {
            about: t(link.needs === 'sign-in' ? m.asSentToSignIn : m.asSent, {
              until: f.moment(link.expiresAt, link.timeZone),
              email: recipient,
            }),
            url: link.url,
            words: t(m.openAsSent),
          },
    why: t(stop.url === null ? mailMessages.why : mailMessages.whyAndChange, who),
    stop: stop.url === null ? null : { words: t(mailMessages.stop), url: stop.url },
  };
}

function textOf(said: ErratumInMail): string {
  const named = ({ words, url }: { readonly words: string; readonly url: string }) =>
    `${words}${said.language === 'fr' ? '\u00a0' : ''}: ${url}`;
  const paragraphs = [
    said.title,
    [said.about, ...said.sentences.map((sentence) => `- ${sentence}`)].join('\n'),
    ...(said.figures === null ? [] : [named(said.figures)]),
    ...(said.link === null ? [] : [[said.link.about, said.link.url].join('\n')]),
    [said.why, ...(said.stop === null ? [] : [named(said.stop)])].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The figures with every row that moved them, in the slice and the days of the issue. */
function changesUrl(publicUrl: string, { lang }: ErratumReader, { since, slice }: SaidInErratum): string {
  const { pillar, country, donor, cutOff } = slice;
  const from = since?.toISOString().replace('.000Z', 'Z') ?? null;
  const parameters = { since: from, to: cutOff, 'to-then': cutOff, pillar, country, donor, lang };
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return `${publicUrl}/changes?${new URLSearchParams(given)}`;
}
