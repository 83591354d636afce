import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readInScope } from '../../src/access/index.ts';
import { ROLES } from '../../src/access/role.ts';
import { readRoleRights } from '../../src/access/roles.repository.ts';
import { FactsRepository, readPortfolio } from '../../src/analytics/facts.repository.ts';
import { officerScope, RIGHTS } from '../../src/core/fixtures/scopes.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';
import { seed } from '../support/import.ts';

const ROOT = join(import.meta.dirname, '../..');

/** As a service that people reach from elsewhere is set. */
const FOR_ALL = { publicUrl: 'https://attest.example.org', trustedProxies: 1 };

eachEngine('rights', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await seed(db);
  });

  /** What an officer of TOUR reads of the table's rights: by both locks, and by row-level security alone. */
  const readOfOfficer = async () => {
    const roles = await readRoleRights(db, FOR_ALL);
    const scope = roles.scopeOf({ role: 'officer', programs: ['TOUR'], organisations: [] });
    const { facts } = await new FactsRepository(db).read(scope);
    const seen = await readInScope(db, scope, (tx) => readPortfolio(tx, scope));
    return [facts, seen.facts].map(({ results, transactions }) => ({
      results: results.length,
      transactions: transactions.length,
    }));
  };

  it('are rows of a table, of which tests without a database have the same', async () => {
    const roles = await readRoleRights(db, FOR_ALL);
    for (const role of [...ROLES, 'public'] as const)
      expect([role, roles.of(role)]).toEqual([role, RIGHTS[role]]);
    const rows = await rowsOf<{ role: string }>(db, sql`SELECT role FROM roles`);
    expect(rows).toHaveLength(ROLES.length + 1);
  });

  it('let a second factor wait only where nobody comes from elsewhere', async () => {
    const alone = { publicUrl: null, trustedProxies: 0 };
    const cases = [
      [FOR_ALL, 'now'],
      [{ ...alone, publicUrl: 'http://127.0.0.1:3000' }, 'now'],
      [{ ...alone, trustedProxies: 1 }, 'now'],
      [alone, 'later'],
    ] as const;
    for (const [config, duty] of cases) {
      const roles = await readRoleRights(db, config);
      const duties = ROLES.map((role) => roles.secondFactorOf(role));
      expect([config, duties]).toEqual([config, [duty, 'none', 'none', 'none']]);
    }
  });

  it('let a role see what its row says: in the application, and in the database alone', async () => {
    const before = await readOfOfficer();
    expect(before[0]?.transactions).toBeGreaterThan(0);
    expect(before[1]).toEqual(before[0]);
    await db.execute(sql`UPDATE roles SET sees_money = 'none' WHERE role = 'officer'`);
    const without = before.map(({ results }) => ({ results, transactions: 0 }));
    expect(await readOfOfficer()).toEqual(without);
    await db.execute(sql`UPDATE roles SET sees_money = 'all', sees_results = 'all' WHERE role = 'officer'`);
    const [all] = await rowsOf<{ results: number; transactions: number }>(
      db,
      sql`SELECT (SELECT count(*)::int FROM results WHERE status = 'approved') AS results,
        (SELECT count(*)::int FROM transactions WHERE status = 'approved') AS transactions`,
    );
    expect(await readOfOfficer()).toEqual([all, all]);
    await db.execute(
      sql`UPDATE roles SET sees_money = 'named', sees_results = 'named' WHERE role = 'officer'`,
    );
    expect(await readOfOfficer()).toEqual(before);
  });

  it('are not changed without being told', async () => {
    await db.execute(sql`UPDATE roles SET reads_audit = true WHERE role = 'manager'`);
    const [told] = await rowsOf<{ action: string; subject: string; after: string }>(
      db,
      sql`SELECT action, subject, details -> 'after' ->> 'reads_audit' AS after FROM audit ORDER BY id DESC LIMIT 1`,
    );
    expect(told).toEqual({ action: 'change.made', subject: 'roles manager', after: 'true' });
    await db.execute(sql`UPDATE roles SET reads_audit = false WHERE role = 'manager'`);
  });

  it('of a role without a row are none, whatever the application takes it for', async () => {
    const ghost = { ...officerScope('TOUR'), role: 'ghost' };
    const { facts } = await readInScope(db, ghost, (tx) => readPortfolio(tx, ghost));
    expect([facts.programs, facts.results, facts.transactions, facts.organisations]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it.each([
    ['a donor that is told of others', `sees_organisations = 'all' WHERE role = 'donor'`],
    ['money of which nobody may be named', `sees_organisations = 'none' WHERE role = 'manager'`],
    ['all money, but not all results', `sees_results = 'named' WHERE role = 'manager'`],
    ['texts without the rows that they stand in', `reads_texts = 'all' WHERE role = 'public'`],
  ])('do not contradict each other: %s', async (_, change) => {
    await expect(db.execute(sql.raw(`UPDATE roles SET ${change}`))).rejects.toMatchObject({
      cause: { code: '23514' },
    });
  });
});

describe('a role', () => {
  it('is compared nowhere in code: whoever decides asks for a right', () => {
    const name = [...ROLES, 'public'].join('|');
    const compared = new RegExp(
      `(role|kind)\\)? *[!=]==? *'(${name})'|case '(administrator|manager|officer)'`,
    );
    const found = globSync('{src,reports}/**/*.{ts,tsx}', { cwd: ROOT })
      .filter((file) => !/\.spec\.|\/fixtures\//.test(file))
      .filter((file) => compared.test(readFileSync(join(ROOT, file), 'utf8')));
    // What a mandate of each role is for, and what it is called, is no right.
    expect(found.toSorted()).toEqual([
      'src/accounts/oidc/oidc-roles.ts',
      'src/accounts/people/admin.command.ts',
      'src/accounts/people/mandate-form.ts',
      'src/accounts/people/mandate-words.ts',
      'src/accounts/people/mandate.ts',
    ]);
  });
});
