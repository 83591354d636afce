import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { firstFree, plainSlug } from '../../core/plain-slug.ts';
import { may, type Rights } from '../../core/visibility/rights.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { ReadOwnReport } from './own-report-form.ts';
import {
  changeOwnReport,
  findOwnReport,
  listOwnReports,
  type NewOwnReport,
  type OwnReportRow,
  removeOwnReport,
  slugsInUse,
  storeOwnReport,
} from './own-reports.repository.ts';

/** Somebody who keeps reports. */
export interface Holder extends Keeper {
  readonly account: string;
}

/** Whether what somebody keeps may be for everybody: whoever has all reports gives them out. */
export function mayShare({ hasReports }: Rights): boolean {
  return hasReports === 'all';
}

/** Whether somebody has a report sent: whoever has no others, those of the own ones that nobody else finds. */
export function maySend(
  rights: Rights,
  { isOwn, shared }: Pick<OwnReportRow, 'shared'> & { readonly isOwn: boolean },
): boolean {
  return may(rights, 'hasReports') || (isOwn && !shared);
}

/** What stands in their place in addresses. */
const TAKEN = ['new'];

/** Reports that people put together: kept, changed, taken away. */
@Injectable()
export class OwnReports {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of one's own, and those that others share. */
  list(keeper: Keeper): Promise<OwnReportRow[]> {
    return listOwnReports(this.db, keeper);
  }

  /** @throws DomainError `REPORT.UNKNOWN` (missing): not yours is not there */
  async find(keeper: Keeper, name: string): Promise<OwnReportRow> {
    const found = await findOwnReport(this.db, keeper, name);
    if (found !== null) return found;
    throw unknown(name);
  }

  /** @returns the name under which it is kept, made of its title */
  keep(actor: Actor, holder: Holder, read: ReadOwnReport, shared: boolean): Promise<string> {
    const now = this.clock.now();
    const report = {
      ...read,
      holder: holder.account,
      shared: shared && mayShare(holder.scope.rights),
      createdAt: now,
      changedAt: now,
    };
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      return storeUnderFreeName(tx, report);
    });
  }

  /** @throws DomainError `REPORT.UNKNOWN` (missing) for one of somebody else, too */
  async change(
    actor: Actor,
    holder: Holder,
    name: string,
    { read, shared }: { readonly read: ReadOwnReport; readonly shared: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    const change = { ...read, shared: shared && mayShare(holder.scope.rights), changedAt: now };
    const changed = await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      return changeOwnReport(tx, { slug: name, holder: holder.account }, change);
    });
    if (!changed) throw unknown(name);
  }

  /**
   * Takes a report away; whoever was subscribed to it gets it no more (drizzle/0022_own_reports.sql). Administrators take
   * away what others share, too: their holder may be gone.
   *
   * @throws DomainError `REPORT.UNKNOWN` (missing)
   */
  async remove(actor: Actor, { scope, account }: Holder, name: string): Promise<void> {
    const alsoShared = may(scope.rights, 'administersAccounts');
    const removed = await this.db.transaction(async (tx) => {
      await actAs(tx, actor, this.clock.now());
      return removeOwnReport(tx, { slug: name, holder: account }, alsoShared);
    });
    if (!removed) throw unknown(name);
  }
}

/** Under the first name that nobody has: `ports`, `ports-2`, … */
async function storeUnderFreeName(tx: Transaction, report: Omit<NewOwnReport, 'slug'>): Promise<string> {
  const beginning = plainSlug(report.title, 'report');
  const used = new Set([...(await slugsInUse(tx, beginning)), ...TAKEN]);
  for (;;) {
    const name = firstFree(beginning, used);
    if (await storeOwnReport(tx, { ...report, slug: name })) return name;
    // Somebody has just taken it.
    used.add(name);
  }
}

function unknown(name: string): DomainError {
  return new DomainError('REPORT.UNKNOWN', `There is no report "own:${name}".`, { kind: 'missing' });
}
