import { Inject, Injectable } from '@nestjs/common';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { FactsRepository } from './facts.repository.ts';
import { readVersions } from './result-history.repository.ts';
import { shownVersions } from './result-history.ts';
import type { Version } from './version.ts';
import type { View } from './view.ts';

/** What a figure has said (rule 13), to whoever may see the figure. */
@Injectable()
export class ResultHistories {
  constructor(
    private readonly repository: FactsRepository,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /** The newest first; of a view as of the past, what was known then. */
  async of(view: View, id: string): Promise<readonly Version[]> {
    const versions = await readVersions(this.db, this.repository, view.scope, id);
    return shownVersions(view, versions);
  }
}
