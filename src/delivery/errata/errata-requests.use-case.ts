import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../access/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { isSendable } from '../delivery.ts';
import { DeliveryAudit } from '../delivery-audit.use-case.ts';
import { recordFailure, recordSent, reopenDeliveries } from '../ledger.repository.ts';
import { readErratumDeliveries } from './errata-ledger.repository.ts';

/** What people say of e-mails of an erratum that did not arrive, or may not have. */
@Injectable()
export class ErrataRequests {
  private readonly audit: DeliveryAudit;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    audit: Audit,
  ) {
    this.audit = new DeliveryAudit(audit);
  }

  /** Lets what nobody has had begin anew, with two days of its own. @returns how many there are */
  async again(erratum: string, actor: Actor): Promise<number> {
    const now = this.clock.now();
    const without = (await readErratumDeliveries(this.db, erratum, now)).filter(isSendable);
    if (without.length === 0) return 0;
    const opened = await this.db.transaction((tx) => reopenDeliveries(tx, without, now));
    for (const turn of without) await this.audit.remember(turn, { action: 'delivery.requested', actor });
    return opened;
  }

  /** Ends the doubt about one that was handed over and never answered, as `DeliveryRequests.settle` does. @returns whether it was */
  async settle(
    erratum: string,
    subscription: string,
    is: 'arrived' | 'lost',
    actor: Actor,
  ): Promise<boolean> {
    const now = this.clock.now();
    const turn = (await readErratumDeliveries(this.db, erratum, now)).find(
      (each) => each.subscription === subscription,
    );
    if (turn?.state.is !== 'unclear') return false;
    if (is === 'arrived') await recordSent(this.db, turn, turn.state.since);
    else {
      const reason = `Said on ${now.toISOString()} to be lost.`;
      await recordFailure(this.db, turn, { reason, next: now });
    }
    await this.audit.remember(turn, {
      ...(is === 'arrived' ? { action: 'delivery.sent' } : { action: 'delivery.failed' }),
      actor,
      details: { said: is },
    });
    return true;
  }
}
