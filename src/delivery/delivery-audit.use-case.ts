import { Logger } from '@nestjs/common';
import type { Audit } from '../access/index.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Delivery } from './delivery.ts';

const SERVICE: Actor = { kind: 'service' };

/** What became of e-mails, for the audit. */
export class DeliveryAudit {
  private readonly logger = new Logger('Delivery');

  constructor(private readonly audit: Pick<Audit, 'record'>) {}

  /**
   * Into the audit, when the ledger has it. The ledger is the truth: an entry that cannot be written keeps no other
   * e-mail from leaving.
   */
  async remember(
    { recipient, period, report, erratum }: Delivery,
    {
      action,
      issue,
      actor = SERVICE,
      details = {},
    }: {
      readonly action: string;
      readonly issue?: string;
      readonly actor?: Actor;
      readonly details?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    try {
      await this.audit.record({
        action,
        actor,
        ...(issue === undefined ? {} : { subject: `issues ${issue}` }),
        details: { recipient, period, report, ...(erratum !== undefined && { erratum }), ...details },
      });
    } catch (error) {
      this.logger.error(`The audit has no ${action} of ${period}`, error);
    }
  }
}
