import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, findByEmail, RoleRights, type Scope } from '../access/index.ts';
import { mayBeWrittenTo } from '../core/mail-domains.ts';
import { mayHaveReport } from '../core/visibility/visibility.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { barredReason } from './bounces/bounce.ts';
import { findMark } from './bounces/bounces.repository.ts';
import type { Delivery } from './delivery.ts';
import { ACCOUNT_REASON, DOMAIN_REASON } from './recipient-reasons.ts';

/** To whom e-mails of the ledger may be sent, whoever has subscribed them. */
@Injectable()
export class RecipientRules {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly settings: CurrentSettings,
    private readonly roles: RoleRights,
  ) {}

  /** Why one is not sent to its address; null: it may be. Without an account the subscription says who may have it. */
  async whyNot({ recipient, donor }: Pick<Delivery, 'recipient' | 'donor'>): Promise<string | null> {
    if (!mayBeWrittenTo(recipient, this.settings.now.mailDomains)) return DOMAIN_REASON;
    const mark = await findMark(this.db, recipient);
    if (mark !== null) return barredReason(mark);
    return (await this.may(recipient, (scope) => donor === null || mayHaveReport(scope, donor)))
      ? null
      : ACCOUNT_REASON;
  }

  /**
   * Where an address has an account, the account must still be let in; and whoever has reports of its own organisations alone,
   * as a donor does, must still be of the one that this is of. Without an account the subscription says who may have it.
   *
   * @param madeFor the organisation with whose eyes it was read; null: with the organisation's own
   */
  mayHave(email: string, madeFor: string | null): Promise<boolean> {
    return this.may(email, (scope) => mayHaveReport(scope, madeFor));
  }

  /** @param own of whoever has reports of its own organisations alone */
  private async may(email: string, own: (scope: Scope) => boolean): Promise<boolean> {
    const account = await findByEmail(this.db, email);
    if (account === null) return true;
    if (account.disabledAt !== null) return false;
    const scope = this.roles.scopeOf(account);
    return scope.rights.hasReports !== 'own' || own(scope);
  }
}
