import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../../src/access/index.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { openEmbedded } from '../../src/platform/database/embedded.adapter.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { pillars } from '../../src/programs/programs.table.ts';
import { eachEngine, undone } from '../support/database.ts';

const democracy = { code: 'democracy', name: { en: 'Democracy', es: 'Democracia' } };
const security = { code: 'multidimensional-security', name: { en: 'Multidimensional security' } };

eachEngine('a database', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
  });

  it('gives texts back as they were put in', async () => {
    await undone(db, async (tx) => {
      await tx.insert(pillars).values(democracy);
      expect(await tx.select().from(pillars)).toEqual([democracy]);
    });
  });

  it('orders codes by code unit, capitals and hyphens first, whatever its locale', async () => {
    await undone(db, async (tx) => {
      const codes = ['a-b', 'aa', 'B', 'ab', 'é'];
      await tx.insert(pillars).values(codes.map((code) => ({ code, name: { en: code } })));
      const rows = await tx.select({ code: pillars.code }).from(pillars).orderBy(pillars.code);
      expect(rows.map(({ code }) => code)).toEqual(['B', 'a-b', 'aa', 'ab', 'é']);
    });
  });

  it('has one revision more after each transaction that changes the portfolio, however much it changes', async () => {
    const before = await readRevision(db);
    await db.transaction(async (tx) => {
      await tx.insert(pillars).values(democracy);
      await tx.insert(pillars).values(security);
      await tx.delete(pillars);
    });
    expect(await readRevision(db)).toBe(before + 1);
    await db.insert(pillars).values(democracy);
    expect(await readRevision(db)).toBe(before + 2);
    await db.delete(pillars);
    expect(await readRevision(db)).toBe(before + 3);
  });

  it('keeps its revision when a transaction is undone, and when what changes is not the portfolio', async () => {
    const before = await readRevision(db);
    await undone(db, (tx) => tx.insert(pillars).values(democracy));
    await db.insert(importBatches).values({
      kind: 'pillars',
      fileName: 'pillars.csv',
      sha256: '0'.repeat(64),
      rows: 0,
      importedBy: 'test',
      importedAt: new Date('2017-07-01T12:00:00Z'),
    });
    expect(await readRevision(db)).toBe(before);
  });

  it('raises the revision once where a part of the transaction is undone', async () => {
    const before = await readRevision(db);
    await db.transaction(async (tx) => {
      await undone(tx, (part) => part.insert(pillars).values(democracy));
      await tx.insert(pillars).values(security);
      await undone(tx, (part) => part.insert(pillars).values(democracy));
    });
    expect(await readRevision(db)).toBe(before + 1);
    await db.delete(pillars);
  });

  it('raises the revision for every table of the portfolio', async () => {
    const tables = await db
      .select({ name: sql<string>`tablename` })
      .from(sql`pg_tables`)
      .where(sql`schemaname = 'public'`);
    const watched = await db
      .select({ name: sql<string>`tgrelid::regclass::text` })
      .from(sql`pg_trigger`)
      .where(sql`tgname LIKE '%_raise_revision'`);
    const silent = tables.map(({ name }) => name).filter((name) => !watched.some((one) => one.name === name));
    expect(silent.sort()).toEqual([
      'accounts',
      'answered_requests',
      'api_tokens',
      'audit',
      'bounces',
      'brought_file_pieces',
      'brought_files',
      'closed_periods',
      'column_maps',
      'confirmed_values',
      'deliveries',
      'delivery_pulse',
      'errata',
      'errata_checks',
      'evidence_pieces',
      'history',
      'import_batches',
      'issue_decisions',
      'issue_links',
      'issues',
      'large_file_faults',
      'large_files',
      'limits',
      'logos',
      'mail_pace',
      'one_time_codes',
      'own_reports',
      'recovery_codes',
      'reminders',
      'revision',
      'revisions',
      'roles',
      'saved_views',
      'service_key',
      'sessions',
      'settings',
      'stored_file_pieces',
      'stored_files',
      'submissions',
      'subscription_groups',
      'subscriptions',
      'told_troubles',
      'touched',
    ]);
  });

  it('has an index that begins with each foreign key, so that nothing is searched row by row', async () => {
    const unindexed = await db
      .select({ name: sql<string>`conname` })
      .from(sql`pg_constraint c`)
      .where(
        // Settings are one row.
        sql`contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> 'settings'::regclass AND NOT EXISTS (
          SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)`,
      );
    expect(unindexed).toEqual([]);
  });

  it('reads one state, with its revision, while another connection writes', async () => {
    // The embedded database has one connection: there the write waits until the reading is over.
    let write: Promise<unknown> = Promise.resolve();
    const before = await readRevision(db);
    const read = await readInScope(db, EVERYTHING, async (tx) => {
      const revision = await readRevision(tx);
      write = Promise.resolve(db.insert(pillars).values(democracy));
      if (engine.name === 'postgres') await write;
      return { revision, rows: await tx.select().from(pillars) };
    });
    await write;
    expect(read).toEqual({ revision: before, rows: [] });
    expect(await readRevision(db)).toBe(before + 1);
    await db.delete(pillars).where(eq(pillars.code, 'democracy'));
  });

  it('refuses to write where it only reads', async () => {
    await expect(
      readInScope(db, EVERYTHING, (tx) => tx.insert(pillars).values(democracy)),
    ).rejects.toMatchObject({
      cause: { message: 'cannot execute INSERT in a read-only transaction' },
    });
  });
});

describe('an embedded database in its folder', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-folder-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is there again when it is opened again', async () => {
    const first = await openEmbedded(folder);
    await first.db.insert(pillars).values(democracy);
    await first.close();
    const second = await openEmbedded(folder);
    expect(await second.db.select().from(pillars)).toEqual([democracy]);
    expect(await readRevision(second.db)).toBe(1);
    expect(second.location).toBe(join(folder, 'db'));
    await second.close();
  });
});
