import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { importKinds } from '../../../src/imports.ts';
import { writeFileWhole } from '../../../src/platform/cli/files.adapter.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import { openEmbedded } from '../../../src/platform/database/embedded.adapter.ts';
import { OutboxMailer } from '../../../src/platform/mailer/outbox.adapter.ts';
import { startApp, type TestApp, testClock } from '../../support/app.ts';
import { prepareFolder } from '../../support/prepared-folder.ts';
import { makeDisk, onSmallDisks, type SmallDisk } from '../../support/small-disk.ts';

const MIB = 1024;
let disk: SmallDisk;

const refusalOf = (opening: Promise<unknown>) =>
  opening.then(
    () => {
      throw new Error('It was done.');
    },
    (error) => error,
  );
/** Every file below, with what it holds. */
const fingerprint = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();

onSmallDisks('a database on a disk that fills up', () => {
  /** What a killed process leaves: a log that must be repeated, and no end. */
  let crashed: string;

  beforeAll(async () => {
    crashed = mkdtempSync(join(tmpdir(), 'attest-crashed-'));
    const handle = await openEmbedded(crashed);
    await handle.db.execute(
      sql`CREATE TABLE ledger AS SELECT g AS n, repeat('x', 200) AS text FROM generate_series(1, 5000) g`,
    );
    // As it is now, while it is open.
    cpSync(join(crashed, 'db'), join(crashed, 'copy'), { recursive: true });
    await handle.close();
    disk = makeDisk(160);
  });
  afterAll(() => {
    disk?.remove();
    rmSync(crashed, { recursive: true, force: true });
  });

  const data = () => join(disk.path, 'data');
  /** In MiB: files of the log have 16 each, and the next one must have room beside those that are there. */
  const needed = () =>
    16 * (1 + readdirSync(join(data(), 'db', 'pg_wal')).filter((file) => /^[0-9A-F]{24}$/.test(file)).length);
  beforeEach(() => {
    disk.empty();
    rmSync(data(), { recursive: true, force: true });
    mkdirSync(data(), { mode: 0o700 });
    cpSync(join(crashed, 'copy'), join(data(), 'db'), { recursive: true });
  });
  const rows = async (handle: DatabaseHandle) => {
    const [row] = await handle.db.select({ count: sql<number>`count(*)::int` }).from(sql`ledger`);
    return row?.count;
  };

  it('is said to want room, and is not touched; with room it opens whole', async () => {
    disk.fill(3 * MIB);
    const before = fingerprint(join(data(), 'db'));
    const error = await refusalOf(openEmbedded(data()));
    expect(error).toMatchObject({ code: 'DATABASE.DISK_FULL', options: { kind: 'broken' } });
    expect(error.message).toMatch(
      /^The disk of \S+\/data\/db is full: [23]\.\d MiB are free, and \d+ MiB are needed to open the database\.$/,
    );
    expect(error.message).toContain(`and ${needed()} MiB are needed`);
    expect(error.options.remedy).toBe(
      'Free that much and start again. Nothing is lost: leave the folder as it is.',
    );
    expect(fingerprint(join(data(), 'db'))).toEqual(before);
    disk.empty();
    const handle = await openEmbedded(data());
    expect(await rows(handle)).toBe(5000);
    await handle.close();
  });

  it('is said to be broken where it is, with room and with little', async () => {
    rmSync(join(data(), 'db', 'global', 'pg_control'));
    expect(await refusalOf(openEmbedded(data()))).toMatchObject({ code: 'DATABASE.FOLDER_BROKEN' });
    disk.fill((needed() + 8) * MIB);
    expect(await refusalOf(openEmbedded(data()))).toMatchObject({ code: 'DATABASE.FOLDER_BROKEN' });
  });

  it('is not begun where there is no room for a new one', async () => {
    rmSync(join(data(), 'db'), { recursive: true });
    disk.fill(30 * MIB);
    const error = await refusalOf(openEmbedded(data()));
    expect(error.message).toContain('30 MiB are free, and 64 MiB are needed');
    expect(readdirSync(join(data(), 'db'))).toEqual([]);
  });
});

onSmallDisks('a service whose disk fills up', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    disk = makeDisk(200);
    folder = join(disk.path, 'data');
    mkdirSync(folder, { mode: 0o700 });
    await prepareFolder(folder);
    app = await startApp({ database: await openEmbedded(folder) });
    await app.seed();
  });
  afterAll(async () => {
    disk.empty();
    await app?.close();
    disk.remove();
  });
  beforeEach(() => disk.empty());

  const totals = () => app.nest.inject('/api/v1/totals?indicator=officials-trained');
  /** Some megabytes of pillars. */
  const pillars = (count: number) =>
    Buffer.from(
      `code,name\n${Array.from({ length: count }, (_, i) => `p${i},${'A long name of a pillar '.repeat(20)}${i}`).join('\n')}\n`,
    );
  const runImport = (count: number) =>
    app.run({
      name: 'import',
      argv: [importKinds[0]?.name ?? '', 'pillars.csv'],
      files: new Map([['pillars.csv', pillars(count)]]),
    });
  const count = async () => {
    const [row] = await app.database.db.select({ count: sql<number>`count(*)::int` }).from(sql`pillars`);
    return row?.count;
  };
  const inWords = {
    exit: 1,
    stdout: [],
    stderr: ['The disk is full, so nothing was stored. Free some space, and try again.'],
  };

  it('refuses an import in words, keeps what it has and answers on', async () => {
    const before = await count();
    disk.fill(300);
    expect(await runImport(4000)).toMatchObject(inWords);
    disk.empty();
    expect(await count()).toBe(before);
    expect((await totals()).statusCode).toBe(200);
    expect(await runImport(4000)).toMatchObject({ exit: 0 });
    expect(await count()).toBe((before ?? 0) + 4000);
  });

  it('answers 503 while there is no room for its log, and then goes on by itself', async () => {
    disk.fill(20 * MIB);
    const answer = await totals();
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.json()).toMatchObject({ code: 'DATABASE.DISK_FULL' });
    expect(answer.body).not.toContain(folder);
    expect((await app.asStranger('/readyz')).statusCode).toBe(503);
    expect((await app.asStranger('/healthz')).statusCode).toBe(200);
    disk.empty();
    expect((await totals()).statusCode).toBe(200);
  });

  it('leaves no half file: neither an e-mail nor a report nor a backup', async () => {
    const outbox = join(disk.path, 'outbox');
    const mailer = new OutboxMailer(outbox, 'a@example.org', testClock);
    disk.fill(64);
    const mail = {
      to: 'b@example.org',
      subject: 's',
      text: 't',
      attachments: [{ filename: 'x.pdf', contentType: 'application/pdf', content: Buffer.alloc(400_000) }],
    };
    expect(await refusalOf(mailer.send(mail))).toMatchObject({ code: 'MAIL.FAILED' });
    expect(readdirSync(outbox)).toEqual([]);
    const old = join(disk.path, 'report.pdf');
    writeFileSync(old, 'the one before');
    const error = await refusalOf(writeFileWhole(disk.path, 'report.pdf', Buffer.alloc(400_000)));
    expect(error).toMatchObject({
      code: 'FILE.DISK_FULL',
      message: 'report.pdf cannot be written: the disk is full.',
      options: { kind: 'broken' },
    });
    expect(readFileSync(old, 'utf8')).toBe('the one before');
    expect(readdirSync(disk.path).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});
