import type { Block, BlockRow, Cell } from '../core/report/block.ts';
import { dayIn } from '../core/time-zone.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { linkMessages } from '../web/i18n/messages/links.ts';
import type { Note } from './bounces/bounces.repository.ts';
import { type Delivery, isMissing } from './delivery.ts';
import { deliveryWords, noteWords } from './delivery-words.ts';
import { type OwnTitles, reportName } from './report-mail.ts';

/** What a pillar, a country or a donor is called in the reader's language. */
export type NameOf = (by: 'pillar' | 'country' | 'donor', code: string) => string;

/** The link of an e-mail, and what became of it. */
export interface SentLink {
  readonly id: string;
  readonly opened: number;
  readonly lastOpenedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** Its subscription still stands. */
  readonly subscribed: boolean;
}

/** The link of an e-mail that has left, or may have; before, it is nobody's. */
export function linkOf(
  { subscription, state }: Delivery,
  links: ReadonlyMap<string, SentLink>,
): SentLink | null {
  const left = state.is === 'sent' || state.is === 'under-way' || state.is === 'unclear';
  return left ? (links.get(subscription) ?? null) : null;
}

/** Whether there is something to revoke: an e-mail that nobody knows to have left may be sent again, with its link. */
export function isRevocable({ state }: Delivery, { revokedAt, expiresAt }: SentLink, now: Date): boolean {
  return state.is === 'sent' && revokedAt === null && expiresAt > now;
}

/** A period's deliveries as a table, with a column for links where there are any. */
export function deliveriesBlock(
  { t, f }: Edition,
  {
    period,
    turns,
    links,
    notes,
    now,
    timeZone,
    nameOf,
    ownTitles,
  }: {
    readonly period: string;
    readonly turns: readonly Delivery[];
    /** By subscription. */
    readonly links: ReadonlyMap<string, SentLink>;
    /** What mail servers said of those that stand as sent, by subscription. */
    readonly notes: ReadonlyMap<string, Note>;
    readonly now: Date;
    readonly timeZone: string;
    readonly nameOf: NameOf;
    readonly ownTitles: OwnTitles;
  },
): Pick<Block, 'id' | 'title' | 'columns' | 'rows' | 'total' | 'notes'> {
  function saidOfLink({ opened: count, lastOpenedAt, expiresAt, revokedAt, subscribed }: SentLink): string {
    const day = (at: Date) => f.dayShort(dayIn(at.getTime(), timeZone));
    const opened =
      lastOpenedAt === null
        ? t(linkMessages.neverOpened)
        : t(linkMessages.opened, { count, day: day(lastOpenedAt) });
    if (revokedAt !== null) return t(linkMessages.revoked, { opened, day: day(revokedAt) });
    if (expiresAt <= now) return t(linkMessages.ranOut, { opened, day: day(expiresAt) });
    return subscribed
      ? t(linkMessages.holds, { opened, day: day(expiresAt) })
      : t(linkMessages.subscriptionEnded, { opened });
  }

  const withLinks = turns.some((turn) => linkOf(turn, links) !== null);
  const linkCell = (turn: Delivery): Cell => {
    const link = linkOf(turn, links);
    return link === null ? { text: '–', raw: null } : { text: saidOfLink(link), raw: link.opened };
  };

  const saidOf = (turn: Delivery): string => {
    const words = deliveryWords({ t, f }, turn, timeZone);
    const note = notes.get(turn.subscription);
    return note === undefined ? words : `${words}; ${noteWords({ t, f }, note, timeZone)}`;
  };

  const row = (turn: Delivery): BlockRow => ({
    key: turn.subscription,
    href: null,
    // Neither sent nor missing.
    muted: turn.state.is !== 'sent' && !isMissing(turn),
    cells: [
      { text: turn.recipient, raw: turn.recipient },
      {
        text: [reportName(t, turn.report, ownTitles), ...sliceOf(turn, nameOf)].join(' · '),
        raw: turn.report,
      },
      { text: AUTONYMS[turn.lang], raw: turn.lang },
      { text: saidOf(turn), raw: turn.state.is },
      ...(withLinks ? [linkCell(turn)] : []),
    ],
  });

  return {
    id: 'deliveries',
    title: t(deliveryMessages.titleOfPeriod, { period: f.period(period) }),
    columns: [
      { key: 'recipient', label: t(deliveryMessages.recipient), numeric: false },
      { key: 'report', label: t(deliveryMessages.report), numeric: false },
      { key: 'language', label: t(deliveryMessages.language), numeric: false },
      { key: 'state', label: t(deliveryMessages.state), numeric: false },
      ...(withLinks ? [{ key: 'link', label: t(linkMessages.link), numeric: false }] : []),
    ],
    rows: turns.map(row),
    total: null,
    notes: [],
  };
}

function sliceOf(turn: Delivery, nameOf: NameOf): readonly string[] {
  return (['pillar', 'country', 'donor'] as const).flatMap((by) => {
    const code = turn[by];
    return code === null ? [] : [nameOf(by, code)];
  });
}
