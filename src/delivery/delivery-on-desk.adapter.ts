import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DeskNotices, type DeskSource } from '../access/index.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { deskDeliveryMessages as m } from '../web/i18n/messages/desk-deliveries.ts';
import { errataMessages } from '../web/i18n/messages/errata.ts';
import type { Delivery } from './delivery.ts';
import { countProposed } from './errata/errata.repository.ts';
import { IssueApprovals } from './issue-approvals.use-case.ts';
import { Ledger } from './ledger.use-case.ts';

/** Says on the desk which reports and errata wait for its reader, and who is late without a report. */
@Injectable()
export class DeliveryOnDesk implements OnModuleInit {
  constructor(
    private readonly notices: DeskNotices,
    @Inject(DATABASE) private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly approvals: IssueApprovals,
  ) {}

  onModuleInit(): void {
    this.notices.add(this.source);
  }

  private readonly source: DeskSource = async (rights, { t }) => {
    const [issues, errata, missing] = await Promise.all([
      rights.followsDeliveries && rights.approvesFigures ? this.approvals.list() : [],
      rights.approvesFigures ? countProposed(this.db) : 0,
      rights.followsDeliveries ? this.missing() : 0,
    ]);
    return [
      ...(issues.length > 0
        ? [{ text: t(m.toApprove, { count: issues.length }), path: '/deliveries#awaiting' }]
        : []),
      ...(errata > 0
        ? [{ text: t(errataMessages.waiting, { count: errata }), path: '/deliveries/errata' }]
        : []),
      ...(missing > 0 ? [{ text: t(m.missing, { count: missing }), path: '/deliveries' }] : []),
    ];
  };

  /** E-mails that nobody tries any more by itself. */
  private async missing(): Promise<number> {
    const periods = await this.ledger.missing();
    return periods.flatMap(({ turns }) => turns).filter(needsSomebody).length;
  }
}

function needsSomebody({ state }: Delivery): boolean {
  return state.is === 'given-up' || state.is === 'missed' || state.is === 'unclear';
}
