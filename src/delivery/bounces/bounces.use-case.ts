import { Inject, Injectable } from '@nestjs/common';
import { addAudit } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { isUnderWay } from '../due.ts';
import { BOUNCE_KINDS, type BounceKind, cameBack, cameBackReason, kindOf } from './bounce.ts';
import {
  addBounce,
  type BouncedEntry,
  findByMessageId,
  findLastTo,
  liftMarks,
  recordCameBack,
} from './bounces.repository.ts';
import { type DeliveryReport, type ReportedRecipient, readXtext } from './delivery-report.ts';

/** Mail servers try for five days, and some for a week. */
const LAST_DAYS = 10;
const DAY_MS = 24 * 60 * 60_000;

/** What became of what a report says of a recipient. */
export interface TakenNotice {
  readonly recipient: string | null;
  readonly status: string;
  readonly kind: BounceKind | null;
  readonly outcome: 'recorded' | 'known' | 'ignored';
  readonly why: string;
}

/** A report, and how it came. */
interface Told extends Pick<DeliveryReport, 'messageIds' | 'notice'> {
  readonly isVouched: boolean;
  readonly actor: Actor;
}

const WHY = {
  refused: 'It came back, and nothing more is sent to this address until somebody says so on /deliveries.',
  expired: 'It came back. The next e-mail to this address is tried.',
  delayed: 'It is still tried: a note.',
  doubtful: 'It names another address than ours, or no e-mail of ours: a note.',
} as const satisfies Readonly<Record<BounceKind, string>>;

/** E-mails that come back after a mail server took them (docs/decisions/bounces.md). */
@Injectable()
export class Bounces {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down what a report says, each thing once.
   *
   * @param isVouched it was made by whoever holds the token; otherwise it came by a mailbox, to which anybody writes
   * @throws DomainError `BOUNCE.UNDER_WAY` (broken): the e-mail is being handed over
   */
  take(report: DeliveryReport, isVouched: boolean, actor: Actor): Promise<readonly TakenNotice[]> {
    const gravity = (each: ReportedRecipient) => BOUNCE_KINDS.indexOf(kindOf(each) ?? 'doubtful');
    const recipients = report.recipients.toSorted((a, b) => gravity(a) - gravity(b));
    return this.db.transaction(async (tx) => {
      const taken: TakenNotice[] = [];
      for (const each of recipients) {
        taken.push(await this.takeOne(tx, each, { ...report, isVouched, actor }));
      }
      return taken;
    });
  }

  private async takeOne(
    tx: Transaction,
    said: ReportedRecipient,
    { messageIds, notice, isVouched, actor }: Told,
  ): Promise<TakenNotice> {
    const now = this.clock.now();
    const { status, words } = said;
    const about = { recipient: said.original ?? said.final, status };
    const ignored = (why: string) => ({ ...about, kind: null, outcome: 'ignored' as const, why });
    const told = kindOf(said);
    if (told === null) return ignored('It says that the e-mail arrived, or was passed on.');
    const found =
      messageIds.length > 0 ? await findByMessageId(tx, messageIds) : await this.lastTo(tx, said, now);
    if (found === null || found.entry.claimedAt === null) {
      return ignored(
        messageIds.length > 0
          ? 'No e-mail of the ledger has this Message-ID.'
          : `Nothing was sent to this address in the last ${LAST_DAYS} days.`,
      );
    }
    const { entry } = found;
    const { claimedAt } = found.entry;
    if (entry.status === 'sending' && entry.error === null && isUnderWay(claimedAt, now)) throw underWay();
    const isSure = isAbout(said, entry.recipient) && (messageIds.length > 0 || isVouched);
    const kind = isSure ? told : 'doubtful';
    const added = await addBounce(tx, {
      delivery: entry.id,
      address: entry.recipient,
      ...{ kind, status, words, notice, attemptAt: claimedAt, toldAt: now },
    });
    if (!added) return { ...about, kind, outcome: 'known', why: 'It was told before.' };
    if (cameBack(kind)) await recordCameBack(tx, entry.id, cameBackReason({ status, words }));
    await remember(tx, found, { kind, reason: `${status}: ${words}` }, actor, now);
    return { ...about, kind, outcome: 'recorded', why: WHY[kind] };
  }

  private async lastTo(
    tx: Transaction,
    { original, final }: ReportedRecipient,
    now: Date,
  ): Promise<BouncedEntry | null> {
    const since = new Date(now.getTime() - LAST_DAYS * DAY_MS);
    for (const address of [original, final]) {
      const found = address === null ? null : await findLastTo(tx, address, since);
      if (found !== null) return found;
    }
    return null;
  }

  /** Has reports go to an address again. @returns false: they do already */
  writeAgain(address: string, actor: Actor): Promise<boolean> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      const lifted = await liftMarks(tx, address, { by: actor.name ?? actor.kind, at: now });
      if (lifted === 0) return false;
      await addAudit(
        tx,
        { action: 'delivery.address-right', actor, details: { recipient: address.toLowerCase() } },
        now,
      );
      return true;
    });
  }
}

/** Whoever names the e-mail alone means its recipient. */
function isAbout({ original, final }: ReportedRecipient, recipient: string): boolean {
  if (original === null && final === null) return true;
  const written = original === null ? null : readXtext(original);
  return [original, written, final].some((address) => address?.toLowerCase() === recipient.toLowerCase());
}

async function remember(
  tx: Transaction,
  { entry, report }: BouncedEntry,
  said: { readonly kind: BounceKind; readonly reason: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { recipient, period, issue, erratum } = entry;
  await addAudit(
    tx,
    {
      ...(cameBack(said.kind) ? { action: 'delivery.came-back' } : { action: 'delivery.noted' }),
      actor,
      ...(issue !== null && { subject: `issues ${issue}` }),
      details: { recipient, period, report, ...(erratum !== null && { erratum }), ...said },
    },
    now,
  );
}

function underWay(): DomainError {
  return new DomainError(
    'BOUNCE.UNDER_WAY',
    'This e-mail is being handed over, and its answer is not known yet.',
    {
      kind: 'broken',
      remedy: 'Send the report again in a moment.',
      retryAfterS: 30,
    },
  );
}
