import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import PostalMime from 'postal-mime';
import { openArchive } from '../../src/platform/backup/archive.ts';
import { putBack } from '../../src/platform/backup/backup.repository.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import { PagesWorld } from '../integration/access/pages.fixture.ts';
import { makeToken } from '../support/app.ts';
import type { Engine } from '../support/database.ts';

const STORED = join(import.meta.dirname, 'stored');
const MIGRATIONS = join(ROOT, 'drizzle');
const JOURNAL = 'meta/_journal.json';
const journal = JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8'));

/** How many migrations landed before the one of this name. */
export function migrationsBefore(name: string): number {
  return journal.entries.findIndex(({ tag }: { readonly tag: string }) => tag.endsWith(`_${name}`));
}

/** The newest migration, after which an installation is named. */
export const newestSchema: string = journal.entries.at(-1).tag;

/** Schemas of which an installation is kept, the oldest first. */
export const storedSchemas = readdirSync(STORED)
  .filter((file) => file.endsWith('.backup'))
  .map((file) => file.replace('.backup', ''))
  .sort();

/** What people of an installation hold in their hands; null where its version had no doors. */
export interface Keys {
  /** The secret of the administrator's second factor. */
  readonly secondFactor: string;
  readonly managersToken: string;
  /** The path of the link in an e-mail, which has been opened once. */
  readonly link: string;
  /** SHA-256 of the PDF behind it. */
  readonly pdf: string;
}

export const ADMINISTRATOR = 'ada@example.org';
export const DONOR = 'dora@example.org';
export const PERIOD = '2017-06';
/** What an installation is reached at, and its links lead to. */
export const ENV = { PUBLIC_URL: 'https://attest.example.org' };

export function keysOf(schema: string): Keys | null {
  return JSON.parse(readFileSync(join(STORED, `${schema}.json`), 'utf8'));
}

/** An installation as the version of that schema left it, opened by today's. */
export function upgraded(engine: Engine, schema: string): Promise<DatabaseHandle> {
  return engine.openOver(async (db, migrate) => {
    const archive = await openArchive(readFileSync(join(STORED, `${schema}.backup`)));
    const count = archive.head.migrations.length;
    // Whoever has it would never get what was changed in it afterwards.
    const landed = readMigrationFiles({ migrationsFolder: MIGRATIONS }).slice(0, count);
    expect(landed.map(({ hash }) => hash)).toEqual(archive.head.migrations);
    await migrateTo(count, migrate);
    await db.transaction((tx) => putBack(tx, archive));
  });
}

/** Tables as the first `count` migrations leave them. */
export async function migrateTo(
  count: number,
  migrate: (migrationsFolder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  writeFileSync(
    join(folder, JOURNAL),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  await migrate(folder);
  rmSync(folder, { recursive: true });
}

/** The rows of each table of a stored installation. */
export async function rowsStored(schema: string): Promise<ReadonlyMap<string, number>> {
  const archive = await openArchive(readFileSync(join(STORED, `${schema}.backup`)));
  const counts = new Map<string, number>();
  for await (const { table, rows } of archive.batches()) {
    counts.set(table, (counts.get(table) ?? 0) + JSON.parse(rows).length);
  }
  return counts;
}

/** Makes an installation that people have worked with, and keeps it under the newest schema's name. */
export async function storeInstallation(engine: Engine): Promise<void> {
  const world = await PagesWorld.start({ database: await engine.open(), env: ENV });
  const keys = await liveIn(world);
  mkdirSync(STORED, { recursive: true });
  const { files } = await world.app.run({ name: 'backup', argv: ['x.backup'], files: new Map() });
  writeFileSync(join(STORED, `${newestSchema}.backup`), files?.[0]?.bytes ?? new Uint8Array());
  writeFileSync(join(STORED, `${newestSchema}.json`), `${JSON.stringify(keys, null, 2)}\n`);
  await world.app.close();
}

async function liveIn(world: PagesWorld): Promise<Keys> {
  const { app } = world;
  const administrator = await world.administrator(ADMINISTRATOR);
  const { secret: secondFactor } = administrator;
  await administrator.post('/reports/own', { title: 'Kept', period: 'asked', use: 'headlines', do: 'keep' });
  await administrator.post('/views', { of: '/?country=CR', name: 'Kept' });
  await world.member(DONOR, { role: 'donor', organisations: ['canada'] });
  await world.stranger().post('/sign-in', { email: DONOR, password: 'not hers at all' });
  const managersToken = await makeToken(app.database.db, { role: 'manager' });
  await command(world, 'import', ['results', 'drafts.csv', '--draft'], DRAFTS);
  await command(world, 'import', ['subscriptions', 'subscriptions.csv'], ONE_READER);
  await command(world, 'send', ['--period', PERIOD]);
  const link = await linkIn(join(app.config.dataDir, 'outbox'));
  return { secondFactor, managersToken, link, pdf: await pdfBehind(world, link) };
}

/** The path of the link in the one e-mail that has one. */
async function linkIn(outbox: string): Promise<string> {
  const files = readdirSync(outbox).map((file) => readFileSync(join(outbox, file)));
  const mails = await Promise.all(files.map((bytes) => PostalMime.parse(bytes)));
  const links = mails.flatMap(
    ({ text }) => /https:\/\/attest\.example\.org(\/links\/\S+)/.exec(text ?? '')?.[1] ?? [],
  );
  expect(links).toHaveLength(1);
  return links[0] ?? '';
}

/** Opens the link as whoever got the e-mail does. @returns the SHA-256 of what came */
export async function pdfBehind(world: PagesWorld, link: string): Promise<string> {
  const answer = await world.stranger().get(`${link}/report.pdf`);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return createHash('sha256').update(answer.rawPayload).digest('hex');
}

/** A command of this machine. @returns what it says */
export async function command(
  { app }: PagesWorld,
  name: string,
  argv: readonly string[],
  file = '',
): Promise<string> {
  const files = new Map([[argv[1] ?? '', Buffer.from(file)]]);
  const { exit, stdout, stderr } = await app.run({ name, argv, files });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: [] });
  return stdout.join('\n');
}

/** A thousand officials whom nobody has approved, and so nobody counts. */
const DRAFTS = `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value
R1540,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,1000
`;

/** One PDF is enough to keep; the seeds' own subscriptions, to addresses that nobody has, are ended. */
const ONE_READER = `email,name,report,lang,paper,pillar,country,donor,active
managers@example.org,Portfolio managers,portfolio,en,a4,,,,yes
managers@portfolio.example,Portfolio managers,portfolio,en,a4,,,,no
cartera@portfolio.example,Responsables de la cartera de programas,portfolio,es,letter,,,,no
carteira@portfolio.example,Gestores da carteira de programas,portfolio,pt,a4,,,,no
portefeuille@portfolio.example,Responsables du portefeuille de programmes,portfolio,fr,a4,multidimensional-security,,,no
`;
