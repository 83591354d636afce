import { Inject, Injectable } from '@nestjs/common';
import {
  digestOf,
  listTokens,
  type MadeToken,
  type Mandate,
  newSecret,
  RoleRights,
  revokeToken,
  storeToken,
  TOKEN_PREFIX,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { PageRequest, RowPage } from '../../core/row-page.ts';
import { may } from '../../core/visibility/rights.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { seenText } from '../people/account-details.ts';
import { checkedMandate, refusingUnknownCodes } from '../people/mandate.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A quarter: long enough for a program that nobody looks after, short enough for one that is forgotten. */
export const DEFAULT_TOKEN_DAYS = 90;
export const MOST_TOKEN_DAYS = 366;

export interface NewToken {
  readonly name: string;
  readonly mandate: Mandate;
  /** From now; `DEFAULT_TOKEN_DAYS` without it. */
  readonly days?: number | undefined;
  /** Enters rows and decides on them, as far as its role does; without it, it reads. */
  readonly writes?: boolean;
}

/** Tokens for programs: made, listed, revoked. */
@Injectable()
export class ApiTokens {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRights,
  ) {}

  /**
   * @returns the token, which is shown this once: only its digest is stored
   * @throws DomainError `TOKEN.NAME`, `TOKEN.DAYS`, `TOKEN.NOTHING_TO_WRITE`, `MANDATE.…` (call)
   */
  async create(
    actor: Actor & { readonly kind: 'person' | 'command' },
    { name, mandate, days = DEFAULT_TOKEN_DAYS, writes = false }: NewToken,
  ): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
    const now = this.clock.now();
    const token = `${TOKEN_PREFIX}${newSecret()}`;
    const expiresAt = new Date(now.getTime() + checkedDays(days) * DAY_MS);
    const checked = checkedMandate(mandate);
    if (writes && !this.mayWrite(checked)) throw nothingToWrite(checked);
    const row = {
      ...checked,
      writes,
      name: checkedName(name),
      hash: digestOf(token),
      hint: token.slice(-4),
      createdAt: now,
      createdBy: actor.kind === 'person' ? actor.id : null,
      expiresAt,
    };
    const id = await refusingUnknownCodes(() =>
      this.db.transaction(async (tx) => {
        await actAs(tx, actor, now);
        return storeToken(tx, row);
      }),
    );
    return { id, token, expiresAt };
  }

  private mayWrite({ role }: Mandate): boolean {
    const rights = this.roles.of(role);
    return may(rights, 'entersFigures') || may(rights, 'approvesFigures');
  }

  /** One page of them, those in force first. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
  list(page: PageRequest): Promise<RowPage<MadeToken>> {
    return listTokens(this.db, this.clock.now(), page);
  }

  /** From now on nobody comes in with it. @throws DomainError `TOKEN.UNKNOWN` (missing) */
  async revoke(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    const revoked = await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      return revokeToken(tx, id, now);
    });
    if (!revoked)
      throw new DomainError('TOKEN.UNKNOWN', 'There is no such token in force.', { kind: 'missing' });
  }
}

function nothingToWrite({ role }: Mandate): DomainError {
  return new DomainError('TOKEN.NOTHING_TO_WRITE', `The role ${role} enters nothing and approves nothing.`, {
    kind: 'call',
    remedy: 'Make the token without writing, or for another role.',
  });
}

function checkedName(name: string): string {
  const given = seenText(name, 'NAME.INVISIBLE');
  if (given.length > 0 && given.length <= 120 && !/\p{Cc}/u.test(given)) return given;
  throw new DomainError('TOKEN.NAME', 'A token needs a name of at most 120 characters.', {
    kind: 'call',
    remedy: 'Name it after what uses it, such as "figures for the website".',
  });
}

function checkedDays(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= MOST_TOKEN_DAYS) return days;
  throw new DomainError('TOKEN.DAYS', `A token holds for 1 to ${MOST_TOKEN_DAYS} days, not ${days}.`, {
    kind: 'call',
    remedy: 'Make a new one before it ends.',
  });
}
