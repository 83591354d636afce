import { randomUUID } from 'node:crypto';
import { types } from '@electric-sql/pglite';
import { Logger } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { type ConstructorOptions, fromDrizzle, fromPglite, PgBoss } from 'pg-boss';
import type { DatabaseHandle } from '../database/database.ts';
import type { EmbeddedClient } from '../database/lasting-client.adapter.ts';
import { type EnqueueOptions, JobQueue } from './job-queue.ts';
import { listenBy } from './listen.adapter.ts';

/** Where pg-boss keeps its own tables; it makes and migrates them itself. */
const SCHEMA = 'pgboss';

/**
 * A job whose process was killed goes on in another within a minute, on the embedded database with the next start: its heart is known to have stopped after at most
 * twenty seconds, somebody looks every ten, it is let go for some seconds, and polled for every ten. One that fails is
 * tried again five times within half a minute; whoever asked for it asks again.
 */
const QUEUE = {
  notify: true,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  // Without it a job whose fifth worker dies is let go for half a minute.
  retryDelayMax: 5,
  heartbeatSeconds: 20,
} as const;
/** So often a heart beats that a busy event loop does not pass for a dead one. */
const HEARTBEAT_S = 5;
const LOOK_S = 10;

/** NOTIFY wakes a worker at once; polling finds what a lost connection kept from it, and what was let go for a while. */
const POLLING = {
  pollingIntervalSeconds: 10,
  notifyPollingIntervalSeconds: 10,
  heartbeatRefreshSeconds: HEARTBEAT_S,
};

/** One listens, the others fetch, finish and look after the queues. */
const MAX_CONNECTIONS = 4;

/** How long a stop waits for jobs that run; what is not done by then is tried again by the next process. */
const STOP_TIMEOUT_MS = 20_000;

/** Jobs in the service's own database, so that they are there if and only if the data that asked for them are. */
export class PgBossQueue extends JobQueue {
  private readonly logger = new Logger('Jobs');
  private readonly queues = new Map<string, Promise<void>>();
  private started: Promise<PgBoss> | undefined;

  /**
   * @param works false on a process that only serves pages: it hands jobs in and leaves them to the workers
   */
  constructor(
    private readonly database: DatabaseHandle,
    private readonly works: boolean,
  ) {
    super();
  }

  async enqueue(name: string, data: object, { singletonKey, tx }: EnqueueOptions = {}): Promise<boolean> {
    const boss = await this.queue(name);
    const id = await boss.send(name, data, {
      // The queue lets one job per key in; a job without a key is unlike any other.
      singletonKey: singletonKey ?? randomUUID(),
      ...(tx === undefined
        ? {}
        : { db: fromDrizzle(tx as unknown as Parameters<typeof fromDrizzle>[0], sql) }),
    });
    return id !== null;
  }

  async work<T extends object>(
    name: string,
    handler: (data: T, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (!this.works) {
      return;
    }
    const boss = await this.queue(name);
    const worker = await boss.work<T>(name, POLLING, async (jobs) => {
      // A worker that has done its job looks for the next one only at its next poll, unless it is told of one.
      boss.notifyWorker(worker);
      for (const job of jobs) {
        await handler(job.data, job.signal).catch((error: unknown) => {
          this.logger.error(`A job of ${name} failed and will be tried again`, error, { job: job.id });
          throw error;
        });
      }
    });
  }

  async check(): Promise<void> {
    await (await this.start()).getQueues();
  }

  async stop(): Promise<void> {
    const boss = await this.started?.catch(() => undefined);
    this.started = undefined;
    await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  }

  /** Started when first needed: a command that makes no job leaves the database as it is. */
  private start(): Promise<PgBoss> {
    this.started ??= this.open().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  private async open(): Promise<PgBoss> {
    const boss = new PgBoss({
      ...connectionTo(this.database),
      schema: SCHEMA,
      useListenNotify: this.works,
      supervise: this.works,
      superviseIntervalSeconds: LOOK_S,
      monitorIntervalSeconds: LOOK_S,
      // Our own ledger says what is due and when (core/schedule).
      schedule: false,
    });
    if (this.database.kind === 'postgres') boss.getDb().listen = listenBy(this.database.client);
    boss.on('error', (error) => this.logger.error('The job queue met an error', error));
    boss.on('warning', (warning) => this.logger.warn(warning.message));
    return boss.start();
  }

  /**
   * Also brings one that an earlier version made up to date. The embedded database has one process at a time: whoever held a
   * job before this one asked for the queue is dead, and nobody need wait until its heart is missed.
   */
  private async make(boss: PgBoss, name: string): Promise<void> {
    await boss.createQueue(name, { ...QUEUE, policy: 'exclusive' });
    await boss.updateQueue(name, QUEUE);
    if (this.database.kind !== 'embedded' || !this.works) return;
    const left = await takeOver(boss, name);
    if (left > 0) this.logger.warn(`${left} jobs of ${name} were left by a process that ended, and go on`);
  }

  private async queue(name: string): Promise<PgBoss> {
    const boss = await this.start();
    const made = this.queues.get(name) ?? this.make(boss, name);
    this.queues.set(name, made);
    try {
      await made;
    } catch (error) {
      this.queues.delete(name);
      throw error;
    }
    return boss;
  }
}

/**
 * Lets jobs that are under way go on at once, as those of workers that are dead: each counts as tried once more, so that one
 * which ends its process every time comes to an end.
 */
async function takeOver(boss: PgBoss, name: string): Promise<number> {
  const { rows } = await boss
    .getDb()
    .executeSql(`SELECT id FROM ${SCHEMA}.job WHERE name = $1 AND state = 'active'`, [name]);
  const ids = rows.map(({ id }) => String(id));
  if (ids.length === 0) return 0;
  await boss.fail(name, ids, { message: 'The process ended.' });
  for (const id of ids) await boss.update(name, undefined, { id, startAfter: 0 });
  return ids.length;
}

const asDate = (written: string) => new Date(written);
const MOMENTS = { [types.TIMESTAMP]: asDate, [types.TIMESTAMPTZ]: asDate, [types.DATE]: asDate };

/** The embedded database as pg-boss expects one: it reads moments as `Date`, where the service has them as they are written. */
export function withMoments(client: EmbeddedClient): Parameters<typeof fromPglite>[0] {
  return {
    query: (text, values) => client.query(text, values, { parsers: MOMENTS }),
    exec: (text) => client.exec(text, { parsers: MOMENTS }),
    listen: (channel, callback) => client.listen(channel, callback),
  };
}

/** Connections of its own to Postgres, made as the service's are; the embedded database has but one, and it is shared. */
function connectionTo(database: DatabaseHandle): ConstructorOptions {
  if (database.kind === 'embedded') {
    return { db: fromPglite(withMoments(database.client)), backend: 'pglite' };
  }
  const { host, port, user, pass, database: name, ssl } = database.client.options;
  return {
    host: host[0] ?? '',
    port: port[0] ?? 5432,
    user,
    password: pass ?? '',
    database: name,
    ssl,
    max: MAX_CONNECTIONS,
  };
}
