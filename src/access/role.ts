import { may, type Right, type Rights } from '../core/visibility/rights.ts';
import type { Scope } from '../core/visibility/scope.ts';

/** What somebody is to the organisation (README.md, "Who gets in"). What that lets them see and do stands in a table. */
export const ROLES = ['administrator', 'manager', 'officer', 'donor'] as const;
export type Role = (typeof ROLES)[number];

/** A role with what it is for: an officer's programmes, a donor's organisations; empty for the others. */
export interface Mandate {
  readonly role: Role;
  readonly programs: readonly string[];
  readonly organisations: readonly string[];
}

/** Whether a role must have a second factor. `later`: not before people come from elsewhere than this machine. */
export type SecondFactorDuty = 'none' | 'later' | 'now';

/** The rows of the table `roles` by name: of those that people have, and of whoever comes with none. */
export class RoleRights {
  private readonly rows: ReadonlyMap<string, Rights>;

  /** @param secondFactor when whoever must have one must have it (docs/decisions/trial.md) */
  constructor(
    rows: Iterable<readonly [role: string, rights: Rights]>,
    private readonly secondFactor: Exclude<SecondFactorDuty, 'none'> = 'now',
  ) {
    this.rows = new Map(rows);
  }

  /** @throws Error for a role that has no row */
  of(role: string): Rights {
    const rights = this.rows.get(role);
    if (rights !== undefined) return rights;
    throw new Error(`The table of roles has no "${role}".`);
  }

  /** Nobody else asks what a role must have: whoever may come in without it is decided here. */
  secondFactorOf(role: string): SecondFactorDuty {
    return this.of(role).needsSecondFactor ? this.secondFactor : 'none';
  }

  /**
   * What a mandate lets its holder read. An officer without programmes sees none.
   *
   * @example roles.scopeOf({ role: 'donor', organisations: ['canada'], programs: [] }).rights.seesMoney // 'own'
   */
  scopeOf({ role, programs, organisations }: Mandate): Scope {
    return { role, rights: this.of(role), programs, organisations };
  }

  /** What is public, where the service is set so. */
  public(): Scope {
    return { role: PUBLIC, rights: this.of(PUBLIC), programs: [], organisations: [] };
  }

  /** What an organisation reads of itself: as whoever may have the reports about its own organisations, and no others. */
  ownReader(organisation: string): Scope {
    const [found] = [...this.rows].filter(([, { hasReports }]) => hasReports === 'own');
    if (found === undefined) throw new Error('No role has reports of its own organisations.');
    const [role, rights] = found;
    return { role, rights, programs: [], organisations: [organisation] };
  }

  /** Roles that have anything of a right. */
  holding(right: Right): readonly Role[] {
    return ROLES.filter((role) => may(this.of(role), right));
  }
}

/** The row of whoever comes without a mandate. */
const PUBLIC = 'public';
