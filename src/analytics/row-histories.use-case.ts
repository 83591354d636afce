import { Inject, Injectable } from '@nestjs/common';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { FactsRepository } from './facts.repository.ts';
import { type KindOfRow, readVersions } from './row-history.repository.ts';
import { shownVersions } from './row-history.ts';
import type { Version } from './version.ts';
import type { View } from './view.ts';

/** What a figure, a transaction or a programme has said (rule 13), to whoever may see it. */
@Injectable()
export class RowHistories {
  constructor(
    private readonly repository: FactsRepository,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /** The newest first; of a view as of the past, what was known then. */
  async of<Row extends object>(
    view: View,
    kind: KindOfRow<Row>,
    key: string,
  ): Promise<readonly Version<Row>[]> {
    return shownVersions(
      view,
      await readVersions(this.db, this.repository, { scope: view.scope, kind, key }),
    );
  }
}
