import { Inject, Injectable } from '@nestjs/common';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import type { IssueHead } from '../../reporting/index.ts';
import { RecipientRules } from '../recipient-rules.use-case.ts';
import { readersOf } from './errata.repository.ts';
import type { Concerned } from './erratum.ts';

/** Who got the issues of some figures, and may be told what has become of them. */
@Injectable()
export class ReadersOfIssues {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly rules: RecipientRules,
  ) {}

  /** @param issues of one hash: they were made for the same reader */
  async of(issues: readonly IssueHead[]): Promise<readonly Concerned[]> {
    const found = await readersOf(
      this.db,
      issues.map(({ id }) => id),
    );
    const madeFor = issues[0]?.madeFor ?? null;
    const may = new Map<string, boolean>();
    for (const { email } of found) {
      if (!may.has(email)) may.set(email, await this.rules.mayHave(email, madeFor));
    }
    return found.filter(({ email }) => may.get(email) === true);
  }
}
