import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, changeSettings, isMoneyRecorded, type SettingsChange } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { Ledger } from '../delivery/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { lockPortfolio } from '../platform/database/revision.repository.ts';

/** Sets the service up anew: this process goes by it at once, the others from their next request or minute on. */
@Injectable()
export class ChangeSettings {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly ledger: Ledger,
  ) {}

  /** Whether the reporting currency can be chosen no more. */
  isCurrencyFixed(): Promise<boolean> {
    return isMoneyRecorded(this.db);
  }

  /** @throws DomainError `SETTINGS.CURRENCY_FIXED` (refused) */
  async change(actor: Actor, change: SettingsChange): Promise<void> {
    const movesReports = ['reportDay', 'reportHour', 'timeZone'].some((name) => name in change);
    // What has fallen due by the times of before is owed, whatever the new ones say of it.
    if (movesReports) await this.ledger.enter();
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      if ('reportingCurrency' in change) await refuseFixedCurrency(tx);
      await changeSettings(tx, change, { actor, at });
    });
    await this.settings.refresh();
  }
}

/** An import that is under way is waited for: what it stores is in the currency of before. */
async function refuseFixedCurrency(tx: Transaction): Promise<void> {
  await lockPortfolio(tx);
  if (!(await isMoneyRecorded(tx))) return;
  throw new DomainError(
    'SETTINGS.CURRENCY_FIXED',
    'An exchange rate or a transaction was stored, so the reporting currency stays.',
    { kind: 'refused', remedy: 'Choose it in a new installation, before the first of them is imported.' },
  );
}
