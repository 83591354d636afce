import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { Secret } from '../../../src/platform/config/secret.ts';
import { openDatabase } from '../../../src/platform/database/database.ts';
import { rowsOf } from '../../../src/platform/database/rows.ts';
import { knownFailure } from '../../../src/platform/errors/unavailable.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { onPostgres } from '../../support/database.ts';

/** A way to Postgres that can be cut and mended. */
async function cable(to: URL) {
  const sockets = new Set<Socket>();
  /** Those on which somebody listens. */
  const listening = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const mend = async () => {
    server = createServer((near) => {
      const far = connect(Number(to.port || 5432), to.hostname);
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => {
            sockets.delete(socket);
            listening.delete(socket);
          });
      }
      near.on('data', (said: Buffer) => {
        if (/listen "/i.test(said.toString('latin1'))) listening.add(near);
      });
      near.pipe(far).pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  };
  const cut = async () => {
    const closed = once(server as Server, 'close');
    server?.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  const url = new URL(to);
  url.host = `127.0.0.1:${port}`;
  /** What a server says that ends a connection, said twice to whoever listens; then the connection ends. */
  const sayTheEndTwice = (): number => {
    for (const near of listening) near.end(Buffer.concat([FATAL, FATAL]));
    return listening.size;
  };
  return { url, mend, cut, sayTheEndTwice };
}

/** An ErrorResponse of Postgres: its letter, its length, and fields that each end with a zero. */
const FATAL = errorResponse('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');

function errorResponse(fields: string): Buffer {
  const message = Buffer.alloc(5 + fields.length);
  message.write('E', 0, 'latin1');
  message.writeUInt32BE(4 + fields.length, 1);
  message.write(fields, 5, 'latin1');
  return message;
}

onPostgres('while the database is away', (empty) => {
  let app: TestApp;
  let way: Awaited<ReturnType<typeof cable>>;

  beforeAll(async () => {
    way = await cable(new URL((await empty()).reveal()));
    app = await startApp({
      database: await openDatabase({ databaseUrl: new Secret(way.url.href), dataDir: '' }),
    });
    await app.seed();
  });
  afterAll(async () => {
    await app.close();
    await way.cut();
  });

  const totals = '/api/v1/totals?indicator=officials-trained';
  const get = (url: string) => app.nest.inject({ url, headers: { accept: 'text/html' } });
  const terminateAll = async () => {
    const direct = await openDatabase({ databaseUrl: new Secret(way.url.href), dataDir: '' });
    await direct.db.execute(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await direct.close();
  };

  it('says 503 and when to come back, to programs, to people and to balancers; then goes on by itself', async () => {
    expect((await app.nest.inject(totals)).statusCode).toBe(200);
    await way.cut();
    const answer = await app.nest.inject(totals);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '5',
    });
    expect(answer.json()).toMatchObject({ status: 503, code: 'DATABASE.UNREACHABLE' });
    const page = await get('/?lang=es');
    expect(page.statusCode).toBe(503);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '5' });
    expect(page.body).toContain('DATABASE.UNREACHABLE');
    expect((await app.asStranger('/readyz')).statusCode).toBe(503);
    expect((await app.asStranger('/healthz')).statusCode).toBe(200);

    await way.mend();
    // The driver waits a moment longer after each attempt.
    await expect(eventually(() => app.nest.inject(totals))).resolves.toBe(200);
    expect((await get('/')).statusCode).toBe(200);
    await expect(eventually(() => app.asStranger('/readyz'))).resolves.toBe(200);
  });

  it('goes on by itself after its connections were ended from the other side', async () => {
    await terminateAll();
    // Each of its connections may be tried once before it is known to be gone.
    expect([200, 503]).toContain((await app.nest.inject(totals)).statusCode);
    await expect(eventually(() => app.nest.inject(totals))).resolves.toBe(200);
  });

  it('listens again after its listening connection was told twice that it ends', async () => {
    const direct = await openDatabase({ databaseUrl: new Secret(way.url.href), dataDir: '' });
    const listeners = async () => {
      const found = await rowsOf<{ pid: number }>(
        direct.db,
        sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'listen %'`,
      );
      return found.map(({ pid }) => pid);
    };
    const another = async (before: readonly number[]) =>
      eventually(async () => {
        const isThere = (await listeners()).some((pid) => !before.includes(pid));
        return { statusCode: isThere ? 200 : 0 };
      });
    await expect(eventually(() => app.asStranger('/readyz'))).resolves.toBe(200);
    await expect(another([])).resolves.toBe(200);
    const first = await listeners();
    expect(way.sayTheEndTwice()).toBe(1);
    await expect(another(first)).resolves.toBe(200);
    await direct.close();
  });

  it('says 503 where a connection ends in the middle of a statement', async () => {
    const { db } = app.database;
    const asleep = db.execute(sql`SELECT pg_sleep(60)`).catch((error: unknown) => error);
    const inTransaction = db
      .transaction((tx) => tx.execute(sql`SELECT pg_sleep(60)`))
      .catch((error: unknown) => error);
    let over = false;
    const both = Promise.all([asleep, inTransaction]).then(() => {
      over = true;
    });
    // Again and again: on a busy machine one of them may not have begun when the other is ended.
    await expect(
      eventually(async () => {
        const direct = await openDatabase({ databaseUrl: new Secret(way.url.href), dataDir: '' });
        await direct.db.execute(
          sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()`,
        );
        await direct.close();
        return { statusCode: over ? 200 : 0 };
      }),
    ).resolves.toBe(200);
    await both;
    expect(knownFailure(await asleep)).toMatchObject({ code: 'DATABASE.UNREACHABLE' });
    expect(knownFailure(await inTransaction)).toMatchObject({ code: 'DATABASE.UNREACHABLE' });
  });
});

/** Asks until the answer is 200, as a balancer does; the test's own time limit ends it. */
async function eventually(ask: () => Promise<{ readonly statusCode: number }>): Promise<number> {
  for (;;) {
    const { statusCode } = await ask();
    if (statusCode === 200) return statusCode;
    await new Promise((done) => setImmediate(done));
  }
}
