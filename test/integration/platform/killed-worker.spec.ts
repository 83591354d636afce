import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { openEmbedded } from '../../../src/platform/database/embedded.adapter.ts';
import { rowsOf } from '../../../src/platform/database/rows.ts';
import { onPostgres } from '../../support/database.ts';
import { prepareFolder } from '../../support/prepared-folder.ts';
import { runCli, type Service, startService } from '../../support/service.ts';

/** A restart, and the minute within which a killed worker's queue must go on. */
const PATIENCE_MS = 300_000;

/** Whoever is subscribed beside the examples of the seeds. */
const SUBSCRIBERS = [
  'cartera@example.org',
  'carteira@example.org',
  'managers@example.org',
  'portefeuille@example.org',
];

/** Never answers the first e-mail, and takes all others. */
function mailServer() {
  const taken: string[] = [];
  const first = Promise.withResolvers<string>();
  const others = Promise.withResolvers<void>();
  let held: string | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo[0]?.address ?? '';
      stream.resume();
      stream.on('end', () => {
        if (held === null) {
          held = to;
          first.resolve(to);
          return;
        }
        taken.push(to);
        done();
        if (taken.length === SUBSCRIBERS.length - 1) others.resolve();
      });
    },
  });
  server.on('error', () => undefined);
  return { server, taken, first: first.promise, others: others.promise };
}

describe('a worker that is killed while it hands an e-mail over', () => {
  let mail: ReturnType<typeof mailServer>;
  let env: Readonly<Record<string, string>>;
  let dataDir: string;
  let folder: string;
  let services: Service[];
  const start = async (change: Readonly<Record<string, string>> = {}): Promise<Service> => {
    const service = await startService({ ...env, ...change });
    services.push(service);
    return service;
  };

  beforeEach(async () => {
    mail = mailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = mail.server.server.address() as AddressInfo;
    dataDir = mkdtempSync(join(tmpdir(), 'attest-killed-'));
    await prepareFolder(dataDir);
    folder = mkdtempSync(join(tmpdir(), 'attest-subscriptions-'));
    env = { DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${port}` };
    services = [];
  });
  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop('SIGKILL')));
    for (const each of [dataDir, folder]) rmSync(each, { recursive: true, force: true });
    await new Promise<void>((resolve) => mail.server.close(() => resolve()));
  });

  const subscribe = async (change: Readonly<Record<string, string>> = {}): Promise<void> => {
    const file = join(folder, 'subscriptions.csv');
    const rows = SUBSCRIBERS.map((address) => `${address},Ana,portfolio,en,a4`);
    writeFileSync(file, ['email,name,report,lang,paper', ...rows].join('\n'));
    const imported = await runCli(['import', 'subscriptions', file], { ...env, ...change });
    expect(imported).toMatchObject({ status: 0 });
  };

  const expectTheOthers = async () => {
    const held = await mail.first;
    await mail.others;
    // Each of the others once; of the one in hand nobody knows, so it is not sent again.
    expect([...mail.taken].sort()).toEqual(SUBSCRIBERS.filter((address) => address !== held).sort());
  };

  it(
    'leaves the others to the next start, on the embedded database',
    async () => {
      const first = await start();
      await subscribe();
      await mail.first;
      await first.stop('SIGKILL');
      // By its heart nobody would miss it today.
      const { db, close } = await openEmbedded(dataDir);
      const held = await rowsOf(
        db,
        sql`UPDATE pgboss.job SET heartbeat_seconds = 86400 WHERE state = 'active' RETURNING name`,
      );
      expect(held).toEqual([{ name: 'deliver-period' }]);
      await close();
      await start();
      await expectTheOthers();
    },
    PATIENCE_MS,
  );

  onPostgres('with two workers', (empty) => {
    it(
      'leaves the others to the other worker',
      async () => {
        const database = { DATABASE_URL: (await empty()).reveal(), ATTEST_ROLE: 'worker' };
        const first = await start(database);
        await subscribe(database);
        await mail.first;
        const other = mkdtempSync(join(tmpdir(), 'attest-other-'));
        try {
          await start({ ...database, DATA_DIR: other });
          await first.stop('SIGKILL');
          await expectTheOthers();
        } finally {
          rmSync(other, { recursive: true, force: true });
        }
      },
      PATIENCE_MS,
    );
  });
});
