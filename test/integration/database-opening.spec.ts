import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../src/core/errors.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { EMBEDDED_OPTIONS, openEmbedded } from '../../src/platform/database/embedded.adapter.ts';
import { claimFolder } from '../../src/platform/database/folder-lock.adapter.ts';
import { applyMigrations } from '../../src/platform/database/migrations.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { eachEngine, onPostgres } from '../support/database.ts';
import { prepareFolder } from '../support/prepared-folder.ts';

const refused = (opening: Promise<unknown>): Promise<DomainError> =>
  opening.then(
    () => {
      throw new Error('It was opened.');
    },
    (error: DomainError) => error,
  );

describe('the folder of an embedded database', () => {
  let folder: string;
  const claims = () => readdirSync(folder).filter((file) => file.includes('.lock'));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused while another process has it, and taken over once that was killed', async () => {
    await prepareFolder(folder);
    const holder = await hold(folder);
    const error = await refused(openEmbedded(folder));
    expect(error).toMatchObject({ code: 'DATABASE.FOLDER_IN_USE', options: { kind: 'refused' } });
    expect(error.message).toBe(`${folder} is in use by process ${holder.pid}; it has room for one.`);
    expect(error.options.remedy).toMatch(/^Stop that process, or set DATA_DIR to another folder\./);
    expect(claims()).toHaveLength(1);

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(claims()).toHaveLength(1);
    const handle = await openEmbedded(folder);
    expect(await readRevision(handle.db)).toBe(0);
    await handle.close();
    expect(claims()).toEqual([]);
  });

  it('was not closed in order, and keeps nothing awake once it is open again', async () => {
    const broken = await PGlite.create(EMBEDDED_OPTIONS);
    const loadDataDir = await broken.dumpDataDir('none');
    await broken.close();
    const timers = () => process.getActiveResourcesInfo().filter((what) => what === 'Timeout').length;
    const before = timers();
    const opened = await PGlite.create({ ...EMBEDDED_OPTIONS, loadDataDir });
    const after = timers();
    await opened.close();
    // Others of the process may have come to their end meanwhile.
    expect(after).toBeLessThanOrEqual(before);
  });

  it('is free again when the other process has ended in order', async () => {
    await prepareFolder(folder);
    const holder = await hold(folder);
    holder.stdin?.end();
    await once(holder, 'exit');
    expect(claims()).toEqual([]);
  });

  it('is refused to the same process too', async () => {
    const release = await claimFolder(folder);
    expect((await refused(claimFolder(folder))).code).toBe('DATABASE.FOLDER_IN_USE');
    release();
    (await claimFolder(folder))();
  });

  it('is never given to two who ask in the same moment', async () => {
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => claimFolder(folder)));
    const given = asked.filter(({ status }) => status === 'fulfilled');
    expect(given.length).toBeLessThanOrEqual(1);
    expect(claims()).toHaveLength(given.length);
  });

  it.each([
    ['whose number another process has now', { pid: process.pid, started: 'before', host: hostname() }],
    ['that is not there', { pid: 2 ** 22 + 1, started: null, host: hostname() }],
  ])('is taken over from a process %s', async (_who, claim) => {
    putClaim(folder, claim);
    const release = await claimFolder(folder);
    expect(claims()).toHaveLength(1);
    release();
    expect(claims()).toEqual([]);
  });

  it('is taken over from a claim that a power cut left empty', async () => {
    writeFileSync(claimFile(folder), '');
    (await claimFolder(folder))();
    expect(claims()).toEqual([]);
  });

  it('is refused while a process in another container may have it, with the way out', async () => {
    putClaim(folder, { pid: 1, started: 'x', host: 'another-container' });
    const error = await refused(claimFolder(folder));
    expect(error.message).toBe(`${folder} is in use by process 1 on another-container; it has room for one.`);
    expect(error.options.remedy).toContain(`If it no longer runs, delete ${claimFile(folder)}.`);
  });

  it('must be writable', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await refused(openEmbedded(join(folder, 'file', 'data')));
    expect(error).toMatchObject({ code: 'DATABASE.FOLDER_UNWRITABLE', options: { kind: 'broken' } });
    expect(error.message).toContain(join(folder, 'file', 'data'));
  });

  it('is left alone where it holds something else', async () => {
    mkdirSync(join(folder, 'db'));
    writeFileSync(join(folder, 'db', 'thesis.doc'), 'years of work');
    const error = await refused(openEmbedded(folder));
    expect(error).toMatchObject({ code: 'DATABASE.FOLDER_BROKEN', options: { kind: 'broken' } });
    expect(readdirSync(join(folder, 'db'))).toEqual(['thesis.doc']);
    expect(claims()).toEqual([]);
  });

  it('is said to be broken where a part is missing', async () => {
    await prepareFolder(folder);
    rmSync(join(folder, 'db', 'global', 'pg_control'));
    const error = await refused(openEmbedded(folder));
    expect(error.message).toBe(`The database in ${join(folder, 'db')} cannot be opened.`);
    expect(claims()).toEqual([]);
  });
});

eachEngine('migrations', (engine) => {
  it('are refused where a later version has been at work', async () => {
    const handle = await engine.open();
    await handle.db.execute(
      sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`,
    );
    const error = await refused(applyMigrations(handle.db, async () => undefined));
    expect(error.code).toBe('DATABASE.NEWER');
  });

  it('that fail say why', async () => {
    const handle = await engine.open();
    const failing = () => handle.db.execute(sql`SELECT 1 / 0`).then(() => undefined);
    const error = await refused(applyMigrations(handle.db, failing));
    expect(error.code).toBe('DATABASE.MIGRATION_FAILED');
    expect(error.message).toBe('The database could not be migrated: division by zero');
  });
});

onPostgres('opening', (empty) => {
  it('migrates once however many start at once', async () => {
    const databaseUrl = await empty();
    const handles = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ databaseUrl, dataDir: '' })));
    const [first] = handles;
    const applied = await first?.db
      .select({ hash: sql<string>`hash` })
      .from(sql`drizzle.__drizzle_migrations`);
    const migrations = readdirSync(join(ROOT, 'drizzle')).filter((file) => file.endsWith('.sql'));
    expect(applied).toHaveLength(migrations.length);
    expect(new Set(applied?.map(({ hash }) => hash)).size).toBe(migrations.length);
    await Promise.all(handles.map((handle) => handle.close()));
  });

  it('names its place without user and password', async () => {
    const url = new URL((await empty()).reveal());
    url.password = 'open sesame';
    const handle = await openDatabase({ databaseUrl: new Secret(url.href), dataDir: '' });
    expect(handle.location).toBe(`postgres://${url.hostname}:${url.port || 5432}${url.pathname}`);
    await handle.close();
  });

  it('says that there is no such database', async () => {
    const url = new URL((await empty()).reveal());
    url.pathname = '/nowhere_at_all';
    const error = await refused(openDatabase({ databaseUrl: new Secret(url.href), dataDir: '' }));
    expect(error.code).toBe('DATABASE.UNREACHABLE');
    expect(error.message).toMatch(/\/nowhere_at_all has no such database\.$/);
  });
});

describe('a Postgres that does not let in', () => {
  const open = (url: string) => refused(openDatabase({ databaseUrl: new Secret(url), dataDir: '' }));

  it('is said not to answer', async () => {
    const { server, port } = await listen((socket) => socket.destroy());
    server.close();
    const error = await open(`postgres://ana:sesame@127.0.0.1:${port}/attest`);
    expect(error).toMatchObject({ code: 'DATABASE.UNREACHABLE', options: { kind: 'broken' } });
    expect(error.message).toBe(`Nothing answers at postgres://127.0.0.1:${port}/attest.`);
  });

  it('is said to refuse the password, which is not repeated', async () => {
    const { server, port } = await listen((socket) => {
      socket.once('data', () =>
        socket.end(errorResponse('28P01', 'password authentication failed for user "ana"')),
      );
    });
    const error = await open(`postgres://ana:sesame@127.0.0.1:${port}/attest`);
    server.close();
    expect(error).toMatchObject({ code: 'DATABASE.SIGN_IN_REFUSED', options: { kind: 'broken' } });
    expect(error.message).toBe(`postgres://127.0.0.1:${port}/attest refused the user "ana" or its password.`);
    expect(JSON.stringify([error.message, error.options, error.stack])).not.toContain('sesame');
  });

  it('is said to have no such host', async () => {
    const error = await open('postgres://ana:sesame@nowhere.invalid/attest');
    expect(error.message).toBe('There is no host of the name in postgres://nowhere.invalid:5432/attest.');
  });
});

/** Another process that has the folder, once it says so. */
async function hold(folder: string): Promise<ChildProcess> {
  const script = join(ROOT, 'test/fixtures/hold-database.ts');
  const child = spawn(process.execPath, ['--experimental-transform-types', script, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child;
}

const claimFile = (folder: string) => join(folder, 'attest-1-00000000-0000-4000-8000-000000000000.lock');

function putClaim(folder: string, claim: object): void {
  writeFileSync(claimFile(folder), JSON.stringify(claim));
}

async function listen(
  answer: (socket: Socket) => void,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

/** What a Postgres says before it hangs up (protocol 3.0, ErrorResponse). */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
