import { Inject, Injectable } from '@nestjs/common';
import { findByEmail, RoleRights } from '../../access/index.ts';
import { mayHaveReport } from '../../core/visibility/visibility.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import type { IssueHead } from '../../reporting/index.ts';
import { readersOf } from './errata.repository.ts';
import type { Concerned } from './erratum.ts';

/** Who got the issues of some figures, and may be told what has become of them. */
@Injectable()
export class ReadersOfIssues {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly roles: RoleRights,
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
      if (!may.has(email)) may.set(email, await this.mayHave(email, madeFor));
    }
    return found.filter(({ email }) => may.get(email) === true);
  }

  /**
   * Where an address has an account, the account must still be let in; and whoever has reports of its own organisations alone,
   * as a donor does, must still be of the one that this is of. Without an account the subscription says who may have it.
   */
  async mayHave(email: string, madeFor: string | null): Promise<boolean> {
    const account = await findByEmail(this.db, email);
    if (account === null) return true;
    if (account.disabledAt !== null) return false;
    const scope = this.roles.scopeOf(account);
    return scope.rights.hasReports !== 'own' || mayHaveReport(scope, madeFor);
  }
}
