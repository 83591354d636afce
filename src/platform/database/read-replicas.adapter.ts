import { Logger } from '@nestjs/common';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DomainError } from '../../core/errors.ts';
import type { Secret } from '../config/secret.ts';
import type { Database } from './database.ts';
import { recordBegins } from './history.repository.ts';
import { locationOf } from './location.ts';
import { preparing } from './prepared-statements.adapter.ts';
import type { Reads } from './reads.ts';

/** A replica that has not answered a question by then is left out. */
const PATIENCE_MS = 10_000;
const CONNECT_TIMEOUT_S = 3;
/** For so long at first, and twice as long after each further failure, up to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Streaming replicas of a Postgres (DATABASE_READ_URLS), asked in turn. None is asked for a change: whoever reads knows from
 * the primary which revision is the newest, and takes no answer of an older one, so that nobody sees a page from before its
 * own change. One that fails, hangs or is of another installation is left out for a while.
 */
export class ReadReplicas implements Reads {
  private readonly replicas: readonly Replica[];
  private turn = 0;
  private readonly answers = { replica: 0, primary: 0 };

  /** @param now milliseconds of a clock */
  constructor(
    private readonly primary: Database,
    urls: readonly Secret[],
    now: () => number = Date.now,
  ) {
    this.replicas = urls.map((url) => new Replica(primary, url, now));
  }

  async newest<Answer>(ask: (db: Database) => Promise<Answer | null>): Promise<Answer | null> {
    for (const replica of this.inTurn()) {
      const answer = await replica.ask(ask);
      if (answer === null) continue;
      this.answers.replica += 1;
      return answer;
    }
    this.answers.primary += 1;
    return ask(this.primary);
  }

  /** How many answers came from where, since the start. */
  answered(): Readonly<Record<'replica' | 'primary', number>> {
    return { ...this.answers };
  }

  /** How many there are, and how many are left out now. */
  standing(): { readonly known: number; readonly leftOut: number } {
    return {
      known: this.replicas.length,
      leftOut: this.replicas.filter((replica) => replica.isLeftOut()).length,
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  private inTurn(): readonly Replica[] {
    const usable = this.replicas.filter((replica) => !replica.isLeftOut());
    this.turn += 1;
    const first = usable.length === 0 ? 0 : this.turn % usable.length;
    return [...usable.slice(first), ...usable.slice(0, first)];
  }
}

/** One replica, connected to when it is first asked and again after it was left out. */
class Replica {
  private readonly logger = new Logger('Replica');
  private readonly location: string;
  private connected: { readonly db: Database; readonly client: postgres.Sql } | null = null;
  private leftOutUntil = 0;
  private pause = FIRST_PAUSE_MS;

  constructor(
    private readonly primary: Database,
    private readonly url: Secret,
    private readonly now: () => number,
  ) {
    this.location = locationOf(url.reveal());
  }

  isLeftOut(): boolean {
    return this.now() < this.leftOutUntil;
  }

  /** Null: it is behind, or does not answer. @throws DomainError as `ask` does, for that is an answer too */
  async ask<Answer>(ask: (db: Database) => Promise<Answer | null>): Promise<Answer | null> {
    try {
      const answer = await withinPatience(async () => ask(await this.open()));
      if (this.pause !== FIRST_PAUSE_MS) this.logger.log(`${this.location} answers again`);
      this.pause = FIRST_PAUSE_MS;
      return answer;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.leaveOut(error);
      return null;
    }
  }

  async close(): Promise<void> {
    const { connected } = this;
    this.connected = null;
    await connected?.client.end({ timeout: 0 });
  }

  private async open(): Promise<Database> {
    if (this.connected !== null) return this.connected.db;
    const client = postgres(this.url.reveal(), {
      connect_timeout: CONNECT_TIMEOUT_S,
      onnotice: () => undefined,
    });
    const db = drizzle(preparing(client));
    this.connected = { db, client };
    await this.refuseStranger(db);
    return db;
  }

  /** A database that numbers its revisions alike may hold anything: what a replica has, began when its primary began. */
  private async refuseStranger(db: Database): Promise<void> {
    const [own, primarys] = await Promise.all([recordBegins(db), recordBegins(this.primary)]);
    if (own?.getTime() === primarys?.getTime()) return;
    throw new Error('it is no replica of the database in DATABASE_URL');
  }

  private leaveOut(error: unknown): void {
    this.logger.warn(
      `${this.location} is left out for ${this.pause / 1000} s: ${error instanceof Error ? error.message : error}`,
    );
    this.leftOutUntil = this.now() + this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    // What hangs is let go of.
    this.close().catch(() => undefined);
  }
}

async function withinPatience<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
