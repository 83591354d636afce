import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { firstFree, plainSlug } from '../core/plain-slug.ts';
import { may, type Rights } from '../core/visibility/rights.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { readName, type ViewedPage } from './saved-view.ts';
import {
  changeSavedView,
  findSavedView,
  listSavedViews,
  type NewSavedView,
  removeSavedView,
  type SavedViewRow,
  slugsOfViews,
  storeSavedView,
} from './saved-views.repository.ts';

/** Somebody who keeps views. */
export interface Holder extends Keeper {
  readonly account: string;
}

/** A view as its form names it. */
export interface NamedView {
  /** As it was typed. */
  readonly name: string;
  readonly shared: boolean;
}

/** Whether what somebody keeps may be for everybody: whoever has all reports gives them out, and views with them. */
export function mayShare({ hasReports }: Rights): boolean {
  return hasReports === 'all';
}

/** What stands in their place in addresses. */
const TAKEN = ['new'];

/** Pages with their filters: kept under a name, renamed, shared, taken away. */
@Injectable()
export class SavedViews {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(keeper: Keeper): Promise<SavedViewRow[]> {
    return listSavedViews(this.db, keeper);
  }

  /** @throws DomainError `VIEW.UNKNOWN` (missing): not yours is not there */
  async find(keeper: Keeper, slug: string): Promise<SavedViewRow> {
    const found = await findSavedView(this.db, keeper, slug);
    if (found !== null) return found;
    throw unknown(slug);
  }

  /** @throws DomainError `VIEW.NAME` (call) */
  async keep(
    actor: Actor,
    { scope, account }: Holder,
    viewed: ViewedPage,
    { name: typed, shared }: NamedView,
  ): Promise<void> {
    const view = {
      name: readName(typed),
      holder: account,
      shared: shared && mayShare(scope.rights),
      ...viewed,
      createdAt: this.clock.now(),
    };
    await this.as(actor, (tx) => storeUnderFreeName(tx, view));
  }

  /** @throws DomainError `VIEW.NAME` (call), `VIEW.UNKNOWN` (missing) for one of somebody else, too */
  async change(actor: Actor, { scope, account }: Holder, slug: string, named: NamedView): Promise<void> {
    const change = { name: readName(named.name), shared: named.shared && mayShare(scope.rights) };
    const changed = await this.as(actor, (tx) => changeSavedView(tx, { slug, holder: account }, change));
    if (!changed) throw unknown(slug);
  }

  /** Administrators take away what others share, too. @throws DomainError `VIEW.UNKNOWN` (missing) */
  async remove(actor: Actor, { scope, account }: Holder, slug: string): Promise<void> {
    const alsoShared = may(scope.rights, 'administersAccounts');
    const removed = await this.as(actor, (tx) => removeSavedView(tx, { slug, holder: account }, alsoShared));
    if (!removed) throw unknown(slug);
  }

  private as<Value>(actor: Actor, change: (tx: Transaction) => Promise<Value>): Promise<Value> {
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, this.clock.now());
      return change(tx);
    });
  }
}

async function storeUnderFreeName(tx: Transaction, view: Omit<NewSavedView, 'slug'>): Promise<void> {
  const beginning = plainSlug(view.name, 'view');
  const used = new Set([...(await slugsOfViews(tx, beginning)), ...TAKEN]);
  for (;;) {
    const slug = firstFree(beginning, used);
    if (await storeSavedView(tx, { ...view, slug })) return;
    // Somebody has just taken it.
    used.add(slug);
  }
}

function unknown(slug: string): DomainError {
  return new DomainError('VIEW.UNKNOWN', `There is no view "${slug}".`, { kind: 'missing' });
}
