import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { EVERYTHING } from '../../../src/access/index.ts';
import { FactsRepository } from '../../../src/analytics/facts.repository.ts';
import { importKinds } from '../../../src/imports.ts';
import { openArchive } from '../../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../../src/platform/backup/backup.repository.ts';
import { ROOT } from '../../../src/platform/config/root.ts';
import { importFile } from '../../../src/platform/csv/import-file.use-case.ts';
import type { ImportKind } from '../../../src/platform/csv/import-kind.ts';
import type { Database, DatabaseHandle } from '../../../src/platform/database/database.ts';
import { history } from '../../../src/platform/database/history.table.ts';
import { readRevision } from '../../../src/platform/database/revision.repository.ts';
import { seedIfUntouched } from '../../../src/platform/seeding/seed.use-case.ts';
import { type Engine, eachEngine } from '../../support/database.ts';

const NOW = new Date('2017-07-01T12:00:00Z');
const LATER = new Date(NOW.getTime() + 60_000);
const BY = { actor: { kind: 'command', name: 'restorer' }, at: new Date(NOW.getTime() + 120_000) } as const;
const seed = (db: Database) => seedIfUntouched(db, importKinds, join(ROOT, 'seeds'), NOW);

/** The lines of a backup without the moment, the revision, the notes of a restore and the order of rows: what two equal databases share. */
function contents(bytes: Uint8Array): readonly string[] {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n').slice(1, -1);
  let table = '';
  return lines
    .map((line) => {
      if (line.startsWith('{')) table = line;
      return `${table} ${line}`;
    })
    .filter((line) => !line.startsWith('{"table":"revision"'))
    .filter((line) => !line.includes('"backup.restored"') && !line.endsWith(',"command",null,"restorer"]'))
    .sort();
}

/** The backup with one line changed and its checksum made to fit, as a forger would. */
function forged(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const lines = change(gunzipSync(bytes).toString('utf8')).trimEnd().split('\n');
  const body = `${lines.slice(0, -1).join('\n')}\n`;
  const end = { ...JSON.parse(lines.at(-1) ?? ''), sha256: createHash('sha256').update(body).digest('hex') };
  return gzipSync(`${body}${JSON.stringify(end)}\n`);
}

/** With the count of rows that it has by now. */
function withRows(bytes: Uint8Array): Uint8Array {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  const end = {
    ...JSON.parse(lines.at(-1) ?? ''),
    rows: lines.filter((line) => line.startsWith('[')).length,
  };
  return gzipSync(`${lines.slice(0, -1).join('\n')}\n${JSON.stringify(end)}\n`);
}

const engines: Engine[] = [];

eachEngine('a backup', (engine) => {
  engines.push(engine);
  let source: DatabaseHandle;
  let bytes: Uint8Array;

  beforeAll(async () => {
    source = await engine.open();
    await seed(source.db);
    await importFile(source.db, {
      kind: importKinds[0] as ImportKind,
      fileName: 'pillars.csv',
      bytes: Buffer.from('code,name\ndemocracy,"Democracy, renamed"\n'),
      by: 'test',
      approve: true,
      dryRun: false,
      now: LATER,
    });
    bytes = await takeBackup(source.db, NOW);
  });

  it('holds every table of the portfolio and nothing of the job queue', async () => {
    const text = gunzipSync(bytes).toString('utf8');
    const rows = (table: string) =>
      contents(bytes).filter((line) => line.startsWith(`{"table":"${table}"`)).length - 1;
    expect(rows('programs')).toBe(17);
    expect(rows('results')).toBeGreaterThan(30);
    expect(rows('transactions')).toBeGreaterThan(0);
    expect(text).not.toContain('pgboss');
  });

  it('brings an empty database to the same contents, under a revision that nobody has seen', async () => {
    const target = await engine.open();
    await restoreBackup(target.db, await openArchive(bytes), BY);
    expect(contents(await takeBackup(target.db, NOW))).toEqual(contents(bytes));
    expect(await readRevision(target.db)).toBeGreaterThan(await readRevision(source.db));
    await target.close();
  });

  it('brings what was said before along, and writes no history of its own', async () => {
    const target = await engine.open();
    await restoreBackup(target.db, await openArchive(bytes), BY);
    const titleAt = async (asOf: Date) => {
      const { facts } = await new FactsRepository(target.db).read(EVERYTHING, asOf);
      return facts.pillars.find(({ code }) => code === 'democracy')?.name.en;
    };
    expect([await titleAt(NOW), await titleAt(LATER)]).toEqual(['Democracy', 'Democracy, renamed']);
    expect(await target.db.$count(history)).toBe(1);
    await target.close();
  });

  it('takes the place of what was there, and numbers go on after it', async () => {
    const target = await engine.open();
    await seed(target.db);
    const [pillars] = importKinds;
    if (!pillars) throw new Error('There are no kinds of import');
    const importPillar = (code: string) =>
      importFile(target.db, {
        kind: pillars,
        fileName: 'pillars.csv',
        bytes: Buffer.from(`code,name\n${code},Another pillar\n`),
        by: 'test',
        approve: true,
        dryRun: false,
        now: NOW,
      });
    await importPillar('surplus');
    const before = await readRevision(target.db);
    await restoreBackup(target.db, await openArchive(bytes), BY);
    expect(contents(await takeBackup(target.db, NOW))).toEqual(contents(bytes));
    expect(await readRevision(target.db)).toBeGreaterThan(before);
    expect(await importPillar('new')).toMatchObject({ errorCount: 0, inserted: 1 });
    await target.close();
  });

  it.each([
    ['a result of a programme that is not there', '"TOUR-AG"', '"NOBODY"'],
    ['a figure that breaks a rule of its table', '"exact"', '"roughly"'],
  ])('with %s changes nothing at all', async (_what, part, other) => {
    const text = gunzipSync(bytes).toString('utf8');
    const at = text.indexOf('{"table":"results"');
    const wrong = forged(bytes, () => text.slice(0, at) + text.slice(at).replace(part, other));
    expect(text.slice(at).includes(part)).toBe(true);
    const target = await engine.open();
    await seed(target.db);
    const before = await takeBackup(target.db, NOW);
    await expect(restoreBackup(target.db, await openArchive(wrong), BY)).rejects.toMatchObject({
      code: 'BACKUP.REFUSED',
      options: { kind: 'refused' },
    });
    expect(contents(await takeBackup(target.db, NOW))).toEqual(contents(before));
    // The tables' own rules are as strict as before.
    await expect(restoreBackup(target.db, await openArchive(bytes), BY)).resolves.toBeUndefined();
    await target.close();
  });

  it.each<[string, (text: string) => string, string]>([
    [
      'with a column that is unknown',
      (text) => text.replace('{"table":"revision","columns":["', '{"table":"revision","columns":["x\\"; --'),
      'is unknown, "revision.',
    ],
    [
      'with a table that is unknown',
      (text) => text.replace('{"table":"revision",', '{"table":"pg_authid",'),
      'The backup has not the tables that its version makes: "pg_authid.',
    ],
    [
      'with a table too few',
      (text) => text.replace(/\{"table":"revision".*\n\[.*\n/, ''),
      'The backup has not the tables that its version makes: "revision.',
    ],
    ['with a table twice', (text) => text.replace(/(\{"table":"revision".*\n)/, '$1$1'), 'stands twice'],
    [
      'with a word for a number',
      (text) =>
        text.replace(/(\{"table":"revision".*\n)\[.*\n/, (_all, head: string) => {
          const width = JSON.parse(head).columns.length;
          return `${head}${JSON.stringify(Array(width).fill('many'))}\n`;
        }),
      'The database refuses what is in the backup: invalid input syntax',
    ],
  ])('%s is refused in words, and nothing is changed', async (_what, change, message) => {
    const before = await takeBackup(source.db, NOW);
    const wrong = forged(bytes, change);
    expect(gunzipSync(wrong).equals(gunzipSync(bytes))).toBe(false);
    const refusal = await restoreBackup(source.db, await openArchive(withRows(wrong)), BY).catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({ name: 'DomainError', options: { kind: 'refused' } });
    expect(refusal.message).toContain(message);
    expect(contents(await takeBackup(source.db, NOW))).toEqual(contents(before));
  });

  it('of a later version says to update first', async () => {
    const later = forged(bytes, (text) => text.replace(/("migrations":\[[^\]]*)\]/, '$1,"ffff"]'));
    await expect(restoreBackup(source.db, await openArchive(later), BY)).rejects.toMatchObject({
      code: 'BACKUP.OTHER_VERSION',
      message: expect.stringMatching(/^The backup has the tables of a later version/),
      options: { remedy: expect.stringMatching(/^Update Attest/) },
    });
  });

  it('of another version is refused', async () => {
    const other = forged(bytes, (text) =>
      text.replace(/"migrations":\["[0-9a-f]{8}/, '"migrations":["00000000'),
    );
    await expect(restoreBackup(source.db, await openArchive(other), BY)).rejects.toMatchObject({
      code: 'BACKUP.OTHER_VERSION',
      options: { kind: 'refused' },
    });
  });
});

// Where both were asked for.
(engines.length > 1 ? describe : () => undefined)('between engines', () => {
  const [embedded, postgres] = engines;
  const both = embedded && postgres ? [[embedded, postgres] as const, [postgres, embedded] as const] : [];

  it.each(both.map(([from, to]) => ({ name: `from ${from.name} to ${to.name}`, from, to })))(
    'a backup goes $name without loss',
    async ({ from, to }) => {
      const source = await from.open();
      const target = await to.open();
      await seed(source.db);
      const bytes = await takeBackup(source.db, NOW);
      await restoreBackup(target.db, await openArchive(bytes), BY);
      expect(contents(await takeBackup(target.db, NOW))).toEqual(contents(bytes));
      await source.close();
      await target.close();
    },
  );
});
