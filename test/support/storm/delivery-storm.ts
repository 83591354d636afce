import { setTimeout as sleep } from 'node:timers/promises';
import { type Draw, drawsOf, falls, pick, whole } from '../../../bench/generated/draws.ts';
import { CurrentSettings } from '../../../src/access/index.ts';
import { subscriptions } from '../../../src/delivery/delivery.table.ts';
import { type Delivery, editionKey } from '../../../src/delivery/delivery.ts';
import { DeliveryRequests } from '../../../src/delivery/delivery-requests.use-case.ts';
import { Ledger } from '../../../src/delivery/ledger.use-case.ts';
import { type Clock, clockOf } from '../../../src/platform/clock/clock.ts';
import { readRehearsalClock } from '../../../src/platform/config/rehearsal-clock.ts';
import { Secret } from '../../../src/platform/config/secret.ts';
import { type DatabaseHandle, openDatabase } from '../../../src/platform/database/database.ts';
import { ownerOfPort } from './socket-owner.ts';
import { type Stage, type TakenMail, type Trouble, TroubledMailServer } from './troubled-mail-server.ts';
import { Workers } from './workers.ts';

export type Edition = Pick<Delivery, 'report' | 'pillar' | 'country' | 'donor' | 'lang' | 'paper'>;

export interface Storm {
  /** A Postgres with a portfolio, of which the month before `says` is due. */
  readonly url: string;
  /** What the clock says when it begins, and the period that is due then. */
  readonly says: string;
  readonly period: string;
  readonly editions: readonly Edition[];
  /** Each to a recipient of its own; the editions in turn. */
  readonly deliveries: number;
  readonly workers: number;
  readonly kills: number;
  /** Minutes of its clock that the mail server says "later" to everybody. */
  readonly deafMinutes: number;
  /** How many times as fast as the world's the clock goes. */
  readonly times: number;
  readonly seed: number;
  /** The mail server takes everything at once. */
  readonly isCalm?: boolean;
  /** Files are kept with the e-mails. */
  readonly keepsFiles?: boolean;
  /** Looks at the workers now and then. */
  readonly watch?: (pids: readonly number[], taken: number) => void;
}

/** What was seen. */
export interface Aftermath {
  /** Every turn of the recipients, as the ledger has it in the end. */
  readonly turns: readonly Delivery[];
  readonly taken: readonly TakenMail[];
  readonly troubleOf: (to: string) => Trouble;
  /** Of whom the ledger did not know whether it had arrived, and what a person said of it. */
  readonly said: ReadonlyMap<string, 'arrived' | 'lost' | 'lost, and was taken'>;
  readonly killed: number;
  /** Of them, while they had the job. */
  readonly killedAtWork: number;
  /** From the death of whoever had the job to the next recipient that another named, in milliseconds. */
  readonly handOverMs: readonly number[];
  readonly troubles: ReadonlyMap<string, number>;
  readonly seconds: number;
  /** Processes that outlive the workers who started them. */
  readonly orphans: number;
}

/** In a hundred, of which a storm has as many hundreds as it has deliveries. */
const SHARES: readonly (readonly [Trouble, number])[] = [
  ['refused', 3],
  ['refused whole', 2],
  ['later', 4],
  ['hangs', 1],
  ['hangs whole', 1],
  ['breaks off', 3],
  ['loses', 2],
  ['keeps', 3],
  ['slow', 3],
];

/** Between two kills at most so many stages of conversations go by. */
const MOST_STAGES = 60;
const LONGEST_PAUSE_MS = 1_500;
const LOOK_MS = 500;

/**
 * Workers on one database hand over to a troubled mail server and are killed; a person then says of each e-mail that
 * nobody knows of what the mail server's log says (and of every second one that was taken, wrongly, that it is lost).
 */
export async function runStorm(storm: Storm): Promise<Aftermath> {
  const start = performance.now();
  const rehearsal = `${storm.says},${storm.times},${new Date().toISOString()}`;
  const clock = clockOf(readRehearsalClock(rehearsal));
  const draw = drawsOf('storm', storm.seed);
  const troubleOf = troublesOf(storm, draw);
  const witness = new Witness();
  const keepsFiles = storm.keepsFiles ?? false;
  const server = new TroubledMailServer({ clock, troubleOf, onStage: witness.see, keepsFiles });
  const database = await openDatabase({ databaseUrl: new Secret(storm.url), dataDir: '' });
  const office = new Office(database, clock, storm.period, server);
  const workers = new Workers({
    DATABASE_URL: storm.url,
    SMTP_URL: await server.listen(),
    MAIL_FROM: 'Attest <attest@example.org>',
    REPORT_TIME_ZONE: 'UTC',
    REHEARSAL_CLOCK: rehearsal,
  });
  witness.pids = () => workers.pids;
  const watch = () => storm.watch?.(workers.pids, server.taken.length);
  let orphans = 0;
  try {
    await subscribe(database, storm, clock);
    await Promise.all(Array.from({ length: storm.workers }, () => workers.start()));
    server.deafUntil = new Date(clock.now().getTime() + storm.deafMinutes * 60_000);
    await Promise.all([killAll(storm, workers, witness, draw), office.waitUntilQuiet(watch)]);
    while ((await office.judge()) > 0) await office.waitUntilQuiet(watch);
  } finally {
    orphans = await workers.stop();
    await server.close();
  }
  const turns = await office.turns();
  await database.close();
  return {
    turns,
    taken: server.taken,
    troubleOf,
    said: office.said,
    killed: storm.kills,
    killedAtWork: witness.killedAtWork,
    handOverMs: witness.handOverMs,
    troubles: server.troubles,
    seconds: (performance.now() - start) / 1000,
    orphans,
  };
}

const recipientOf = (at: number): string => `reader-${String(at).padStart(4, '0')}@example.org`;

function troublesOf({ deliveries, isCalm = false }: Storm, draw: Draw): (to: string) => Trouble {
  const troubles = new Map<string, Trouble>();
  const free = Array.from({ length: deliveries }, (_, at) => recipientOf(at));
  for (const [trouble, share] of isCalm ? [] : SHARES) {
    for (let left = Math.max(1, Math.round((share * deliveries) / 100)); left > 0; left -= 1) {
      const [to] = free.splice(whole(draw, free.length), 1);
      if (to !== undefined) troubles.set(to, trouble);
    }
  }
  return (to) => troubles.get(to) ?? 'none';
}

async function subscribe({ db }: DatabaseHandle, { deliveries, editions }: Storm, clock: Clock) {
  const since = clock.now();
  const rows = Array.from({ length: deliveries }, (_, at) => ({
    ...(editions[at % editions.length] as Edition),
    email: recipientOf(at),
    name: `Reader ${at}`,
    since,
  }));
  await db.insert(subscriptions).values(rows);
}

async function killAll({ kills }: Storm, workers: Workers, witness: Witness, draw: Draw): Promise<void> {
  for (let left = kills; left > 0; left -= 1) {
    await witness.after(1 + whole(draw, MOST_STAGES));
    await sleep(whole(draw, LONGEST_PAUSE_MS));
    while (workers.pids.length === 0) await sleep(LOOK_MS);
    // Every second time whoever talks to the mail server, or did so last.
    const atWork = witness.lastPid;
    const isMeant = falls(draw, 0.5) && atWork !== null && workers.pids.includes(atWork);
    const pid = isMeant ? atWork : pick(draw, workers.pids);
    witness.onKill(pid);
    await workers.kill(pid);
  }
}

/** Sees what happens at the mail server, and who does it. */
class Witness {
  pids: () => readonly number[] = () => [];
  lastPid: number | null = null;
  killedAtWork = 0;
  readonly handOverMs: number[] = [];
  private stages = 0;
  private orphanedAt: number | null = null;
  private waiting: { readonly until: number; readonly go: () => void } | null = null;

  readonly see = (stage: Stage, port: number): void => {
    this.stages += 1;
    if (stage === 'named') {
      const pid = ownerOfPort(port, this.pids());
      if (pid !== null && this.orphanedAt !== null) {
        this.handOverMs.push(performance.now() - this.orphanedAt);
        this.orphanedAt = null;
      }
      this.lastPid = pid ?? this.lastPid;
    }
    if (this.waiting !== null && this.stages >= this.waiting.until) {
      this.waiting.go();
      this.waiting = null;
    }
  };

  /** So many stages from now. */
  after(stages: number): Promise<void> {
    return new Promise((go) => {
      this.waiting = { until: this.stages + stages, go };
    });
  }

  onKill(pid: number): void {
    // Whoever has just taken the job over may have been killed before it named anybody.
    if (this.orphanedAt !== null) this.orphanedAt = performance.now();
    if (pid !== this.lastPid) return;
    this.killedAtWork += 1;
    this.orphanedAt = performance.now();
    this.lastPid = null;
  }
}

/** The person who looks after what nobody knows of. */
class Office {
  readonly said = new Map<string, 'arrived' | 'lost' | 'lost, and was taken'>();
  private readonly ledger: Ledger;
  private readonly requests: DeliveryRequests;

  constructor(
    { db }: DatabaseHandle,
    clock: Clock,
    private readonly period: string,
    private readonly server: TroubledMailServer,
  ) {
    const settings = new CurrentSettings(db, { reportTimeZone: 'UTC', fiscalMonth: 1 });
    this.ledger = new Ledger(db, clock, settings, {
      reconcile: async () => undefined,
      reconcileIn: async () => undefined,
    });
    this.requests = new DeliveryRequests({
      db,
      clock,
      ledger: this.ledger,
      // The workers' bells find it.
      jobs: { enqueue: async () => true },
      audit: { record: async () => undefined },
    });
  }

  async turns(): Promise<readonly Delivery[]> {
    return (await this.ledger.turns(this.period)).filter(({ recipient }) =>
      recipient.endsWith('@example.org'),
    );
  }

  /** Until nothing is to be handed over, or is being. */
  async waitUntilQuiet(watch: () => void): Promise<void> {
    const isBusy = ({ state }: Delivery) => state.is === 'open' || state.is === 'under-way';
    while ((await this.turns()).some(isBusy)) {
      watch();
      await sleep(LOOK_MS);
    }
  }

  /** @returns how many nobody knew of */
  async judge(): Promise<number> {
    const unclear = (await this.turns()).filter(({ state }) => state.is === 'unclear');
    let taken = 0;
    for (const { recipient } of unclear) {
      const isTaken = this.server.taken.some(({ to }) => to === recipient);
      if (isTaken) taken += 1;
      const wrongly = isTaken && taken % 2 === 1 && !this.said.has(recipient);
      this.said.set(recipient, wrongly ? 'lost, and was taken' : isTaken ? 'arrived' : 'lost');
      const verdict = { is: isTaken && !wrongly ? 'arrived' : 'lost' } as const;
      await this.requests.settle(this.period, { recipient }, verdict, { kind: 'command' });
    }
    return unclear.length;
  }
}

/**
 * What is wrong with how it ended, a sentence each; none is as it should be.
 *
 * Nothing is missing; whoever is refused is the only one who has none; an e-mail comes twice only where nobody knew of
 * the first and a person said that it was lost, with the same Message-ID; everybody has the file of the own edition.
 */
export function faultsOf(
  { turns, taken, troubleOf, said, orphans }: Aftermath,
  storm: Storm,
): readonly string[] {
  const faults: string[] = [];
  if (turns.length !== storm.deliveries)
    faults.push(`The ledger has ${turns.length} of ${storm.deliveries} turns.`);
  const editions = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const turn of turns) {
    const to = turn.recipient;
    const had = taken.filter((mail) => mail.to === to);
    const isRefused = troubleOf(to).startsWith('refused');
    const saidOfIt = said.get(to);
    const expected = isRefused ? 0 : saidOfIt === 'lost, and was taken' ? 2 : 1;
    const state = isRefused ? 'given-up' : 'sent';
    if (turn.state.is !== state)
      faults.push(`${to} (${troubleOf(to)}) is ${turn.state.is}, and not ${state}.`);
    if (had.length !== expected)
      faults.push(`${to} (${troubleOf(to)}, ${saidOfIt}) has ${had.length} e-mails, and not ${expected}.`);
    const [id, ...others] = new Set(had.map(({ messageId }) => messageId));
    if (others.length > 0) faults.push(`${to} has e-mails of different Message-IDs.`);
    if (id !== undefined) {
      const owner = ids.get(id);
      if (owner !== undefined) faults.push(`${to} has the Message-ID of ${owner}.`);
      ids.set(id, to);
    }
    for (const { attachment } of had) {
      const edition = editionKey(turn);
      const known = editions.get(edition) ?? attachment;
      if (attachment === null || known !== attachment) faults.push(`${to} has not the file of ${edition}.`);
      if (known !== null) editions.set(edition, known);
    }
  }
  if (new Set(editions.values()).size !== editions.size) faults.push('Two editions are one file.');
  if (orphans > 0) faults.push(`${orphans} processes are left behind.`);
  return faults;
}
