import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountRow,
  type AuditEntry,
  addAccount,
  addAudit,
  endSessionsOf,
  findByEmail,
  findListedAccount,
  hasOtherAdministrator,
  type ListedAccount,
  listAccounts,
  lockAccount,
  type Mandate,
  mandateColumns,
  RoleRights,
  updateAccount,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { PageRequest, RowPage } from '../../core/row-page.ts';
import type { Language } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { AccountMail } from '../mail/account-mail.use-case.ts';
import { CODE_HOURS, type IssuedCode, issueCode } from '../one-time/issue-code.use-case.ts';
import { mayHavePassword } from '../one-time/one-time.use-case.ts';
import { voidCodes } from '../one-time/one-time-codes.repository.ts';
import { forgetSecondFactor } from '../second-factor/own-second-factor.use-case.ts';
import { LoginThrottle } from '../sign-in/login-throttle.use-case.ts';
import { checkedEmail, checkedName, emailKey } from './account-details.ts';
import { checkedMandate, isSameMandate, refusingUnknownCodes } from './mandate.ts';

/** An account as administrators see it. */
export interface AccountSummary extends Mandate {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
  readonly disabled: boolean;
  /** Has neither set a password nor come through the OpenID provider yet. */
  readonly invited: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  /** Null: never signed in. */
  readonly lastSeenAt: Date | null;
}

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
  readonly mandate: Mandate;
  /** Whether the link goes out by e-mail. */
  readonly mail: boolean;
}

/** A one-time link, for whoever hands it on. */
export interface OneTimeLink {
  readonly link: string;
  readonly expiresAt: Date;
}

/** Whether a link went out by e-mail, or is whoever's who asked for it to hand on. */
const LINK_ACTIONS: Readonly<
  Record<'invitation' | 'reset', Readonly<Record<'made' | 'sent', Pick<AuditEntry, 'action'>>>>
> = {
  invitation: { made: { action: 'invitation.made' }, sent: { action: 'invitation.sent' } },
  reset: { made: { action: 'reset.made' }, sent: { action: 'reset.sent' } },
};

/** What administrators, and the command line, do with accounts. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly mail: AccountMail,
    private readonly throttle: LoginThrottle,
    private readonly roles: RoleRights,
  ) {}

  /** By name; one page of them, or all. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
  async list(page?: PageRequest): Promise<RowPage<AccountSummary>> {
    const shown = await listAccounts(this.db, page);
    return { ...shown, rows: shown.rows.map(summaryOf) };
  }

  /** @throws DomainError `ACCOUNT.UNKNOWN` (missing) */
  async find(id: string): Promise<AccountSummary> {
    const found = await findListedAccount(this.db, id);
    if (found === null) throw unknown();
    return summaryOf(found);
  }

  /** However the address is written; null: it has no account. */
  async findByEmail(email: string): Promise<AccountSummary | null> {
    const found = await findByEmail(this.db, emailKey(email));
    return found === null ? null : summaryOf({ ...found, lastSeenAt: null });
  }

  /**
   * Makes an account whose owner has yet to choose a password.
   *
   * @throws DomainError `ACCOUNT.EXISTS` (refused), `ACCOUNT.EMAIL`, `ACCOUNT.NAME`, `MANDATE.…` (call); `LINK.NOT_SENT`
   *   (broken): the account is made, and its link can be sent again
   */
  async invite(actor: Actor, invitation: Invitation): Promise<OneTimeLink & { readonly id: string }> {
    const now = this.clock.now();
    const email = checkedEmail(invitation.email);
    const name = checkedName(invitation.name);
    const mandate = checkedMandate(invitation.mandate);
    const { account, issued } = await refusingUnknownCodes(() =>
      this.db.transaction(async (tx) => {
        await actAs(tx, actor, now);
        const account = await addAccount(tx, {
          email,
          name,
          lang: invitation.lang,
          ...mandateColumns(mandate),
          createdAt: now,
        });
        if (account === null) throw exists(email);
        return { account, issued: await issueCode(tx, { purpose: 'invitation', account: account.id }, now) };
      }),
    );
    const link = await this.handOver(actor, account, issued, invitation.mail);
    return { id: account.id, ...link };
  }

  /**
   * Ends the account's sessions where it may do something else from now on.
   *
   * @throws DomainError `ACCOUNT.UNKNOWN` (missing), `ACCOUNT.LAST_ADMINISTRATOR` (refused), `ACCOUNT.NAME`, `MANDATE.…` (call)
   */
  async change(
    actor: Actor,
    id: string,
    to: { readonly name: string; readonly mandate: Mandate },
  ): Promise<void> {
    const now = this.clock.now();
    const name = checkedName(to.name);
    const mandate = checkedMandate(to.mandate);
    await refusingUnknownCodes(() =>
      this.with(actor, id, now, async (tx, account) => {
        if (!this.roles.of(mandate.role).administersAccounts)
          await keepAnAdministrator(tx, account, this.roles);
        await updateAccount(tx, id, { name, ...mandateColumns(mandate) });
        if (!isSameMandate(account, mandate)) await endSessionsOf(tx, id, null);
      }),
    );
  }

  /**
   * Signs the person out everywhere, for good; links on their way open nothing any more.
   *
   * @throws DomainError `ACCOUNT.UNKNOWN` (missing), `ACCOUNT.SELF`, `ACCOUNT.LAST_ADMINISTRATOR` (refused)
   */
  async disable(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    if (actor.kind === 'person' && actor.id === id) {
      throw new DomainError('ACCOUNT.SELF', 'Nobody disables the account that they are signed in with.', {
        kind: 'refused',
        remedy: 'Ask another administrator.',
      });
    }
    await this.with(actor, id, now, async (tx, account) => {
      await keepAnAdministrator(tx, account, this.roles);
      await endSessionsOf(tx, id, null);
      await voidCodes(tx, { account: id }, now);
      if (account.disabledAt === null) await updateAccount(tx, id, { disabledAt: now });
    });
  }

  /** @throws DomainError `ACCOUNT.UNKNOWN` (missing) */
  async enable(actor: Actor, id: string): Promise<void> {
    await this.with(actor, id, this.clock.now(), (tx) => updateAccount(tx, id, { disabledAt: null }));
  }

  /**
   * A fresh link, by e-mail: for the invitation again, or for a new password. Older ones are good no more.
   *
   * @throws DomainError `ACCOUNT.UNKNOWN` (missing); `ACCOUNT.DISABLED`, `ACCOUNT.ELSEWHERE` (refused): has no password of
   *   ours; `LINK.NOT_SENT` (broken)
   */
  sendLink(actor: Actor, id: string): Promise<OneTimeLink> {
    return this.link(actor, id, true);
  }

  /** The same, to be handed on by whoever asks. @throws DomainError as `sendLink` does */
  makeLink(actor: Actor, id: string): Promise<OneTimeLink> {
    return this.link(actor, id, false);
  }

  private async link(actor: Actor, id: string, mail: boolean): Promise<OneTimeLink> {
    const now = this.clock.now();
    const { account, issued } = await this.with(actor, id, now, async (tx, account) => {
      checkTakesLink(account);
      return { account, issued: await issueCode(tx, { purpose: purposeFor(account), account: id }, now) };
    });
    return this.handOver(actor, account, issued, mail);
  }

  private async handOver(
    actor: Actor,
    account: AccountRow,
    { code, expiresAt }: IssuedCode,
    mail: boolean,
  ): Promise<OneTimeLink> {
    const purpose = purposeFor(account);
    const link = this.mail.linkTo(code);
    const actions = LINK_ACTIONS[purpose];
    let done = actions.made;
    try {
      if (mail) {
        await this.mail.sendLink({ purpose, to: account, link, hours: CODE_HOURS[purpose] });
        done = actions.sent;
      }
    } finally {
      const entry = { ...done, actor, subject: `accounts ${account.id}`, details: { email: account.email } };
      await addAudit(this.db, entry, this.clock.now());
    }
    return { link, expiresAt };
  }

  /** @throws DomainError `ACCOUNT.UNKNOWN` (missing) */
  async endSessions(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    await this.with(actor, id, now, async (tx) => {
      await endSessionsOf(tx, id, null);
      const details = { which: 'all' };
      await addAudit(tx, { action: 'session.ended', actor, subject: `accounts ${id}`, details }, now);
    });
  }

  /**
   * For who has lost the telephone: ends the sessions, and an administrator sets it up anew at the next sign-in.
   *
   * @throws DomainError `ACCOUNT.UNKNOWN` (missing)
   */
  async resetSecondFactor(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    const account = await this.with(actor, id, now, async (tx, owner) => {
      await forgetSecondFactor(tx, id);
      await endSessionsOf(tx, id, null);
      await addAudit(tx, { action: 'second-factor.reset', actor, subject: `accounts ${id}` }, now);
      return owner;
    });
    await this.throttle.forget('second-factor', id);
    this.mail.notify('second-factor-changed', account);
  }

  /** On one account that nobody else changes meanwhile, in the actor's name. */
  private with<T>(
    actor: Actor,
    id: string,
    now: Date,
    act: (tx: Transaction, account: AccountRow) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      const account = await lockAccount(tx, id);
      if (account === null) throw unknown();
      return act(tx, account);
    });
  }
}

function summaryOf(account: ListedAccount): AccountSummary {
  const { id, email, name, lang, role, organisations, programs, createdAt, lastSeenAt } = account;
  return {
    id,
    email,
    name,
    lang,
    role,
    organisations,
    programs,
    disabled: account.disabledAt !== null,
    invited: account.passwordHash === null && account.oidcSubject === null,
    secondFactor: account.totpConfirmedAt !== null,
    createdAt,
    lastSeenAt,
  };
}

/** Whoever has chosen a password once is not invited again. */
function purposeFor({ passwordHash }: AccountRow): 'invitation' | 'reset' {
  return passwordHash === null ? 'invitation' : 'reset';
}

function checkTakesLink(account: AccountRow): void {
  if (account.disabledAt !== null) {
    throw new DomainError('ACCOUNT.DISABLED', `The account of ${account.email} is disabled.`, {
      kind: 'refused',
      remedy: 'Enable it first.',
    });
  }
  if (!mayHavePassword(account)) {
    throw new DomainError('ACCOUNT.ELSEWHERE', `${account.email} signs in at the OpenID provider.`, {
      kind: 'refused',
      remedy: 'The password is changed there.',
    });
  }
}

async function keepAnAdministrator(tx: Transaction, account: AccountRow, roles: RoleRights): Promise<void> {
  if (!roles.of(account.role).administersAccounts || account.disabledAt !== null) return;
  if (await hasOtherAdministrator(tx, account.id)) return;
  throw new DomainError('ACCOUNT.LAST_ADMINISTRATOR', 'Nobody else could administer then.', {
    kind: 'refused',
    remedy: 'Make somebody else an administrator first, and let them sign in once.',
  });
}

function exists(email: string): DomainError {
  return new DomainError('ACCOUNT.EXISTS', `There is an account of ${email} already.`, {
    kind: 'refused',
    remedy: 'Change that one, or send its link again.',
  });
}

function unknown(): DomainError {
  return new DomainError('ACCOUNT.UNKNOWN', 'There is no such account.', { kind: 'missing' });
}
