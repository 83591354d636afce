import { Inject, Injectable } from '@nestjs/common';
import type { LeftOutQuery } from '../core/proof/left-out.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { handsOf, type RowHand } from './row-hands.repository.ts';
import { type NotCounted, notCounted } from './rows/not-counted.repository.ts';
import type { View } from './view.ts';

/** What the organisation alone is told of rows: whose hands they are, and what does not count. */
@Injectable()
export class RowHands {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Of rows in a reader's sight, by id; of others than the organisation's readers nothing. */
  async of(
    view: View,
    table: 'results' | 'transactions',
    rows: readonly { readonly id: string }[],
  ): Promise<ReadonlyMap<string, RowHand>> {
    if (!readsAsOrganisation(view)) return new Map();
    return handsOf(this.db, view.scope, table, {
      ids: rows.map(({ id }) => id),
      revision: view.known.asked === null ? null : view.names.revision,
    });
  }

  /** Null: it is not for this reader, or of a moment of the past, of which it is not known. */
  async notCounted(view: View, query: LeftOutQuery): Promise<NotCounted | null> {
    return seesEverything(view.scope) && view.known.asked === null ? notCounted(this.db, query) : null;
  }
}
