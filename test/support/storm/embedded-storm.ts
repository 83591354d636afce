import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawsOf, falls, whole } from '../../../bench/generated/draws.ts';
import { processTree, remaining } from '../../../bench/processes.ts';
import { clockOf } from '../../../src/platform/clock/clock.ts';
import { readRehearsalClock } from '../../../src/platform/config/rehearsal-clock.ts';
import { type DatabaseHandle, openDatabase } from '../../../src/platform/database/database.ts';
import { type Service, startService } from '../service.ts';
import type { Aftermath, Storm } from './delivery-storm.ts';
import { Office, type Verdict } from './office.ts';
import { subscribe, troublesOf } from './subscribers.ts';
import { TroubledMailServer } from './troubled-mail-server.ts';

export type EmbeddedStorm = Pick<
  Storm,
  'says' | 'period' | 'editions' | 'deliveries' | 'kills' | 'times' | 'seed' | 'isCalm'
>;
export type EmbeddedAftermath = Pick<
  Aftermath,
  'turns' | 'taken' | 'troubleOf' | 'said' | 'orphans' | 'seconds'
> & {
  /** Of the kills, how many came while an e-mail was being handed over. */
  readonly killedAtWork: number;
};

/** Before every second kill at most so many stages of conversations go by, before the others so long. */
const MOST_STAGES = 12;
const LONGEST_PAUSE_MS = 4_000;
/** What a killed process left begun goes on within a minute of the next start. */
const PATIENCE_MS = 90_000;
/** So long the mail server takes over each e-mail, so that there are some left until the last kill. */
const PAUSE_MS = 700;
/** So long the service works by itself before somebody looks whether all is done. */
const TURN_MS = 20_000;

/**
 * The one process of an embedded database hands over and is killed without a word, again and again, and started again
 * each time; a person then says of each e-mail that nobody knows of what the mail server's log says, as in `runStorm`.
 */
export async function runEmbeddedStorm(storm: EmbeddedStorm): Promise<EmbeddedAftermath> {
  const start = performance.now();
  const rehearsal = `${storm.says},${storm.times},${new Date().toISOString()}`;
  const clock = clockOf(readRehearsalClock(rehearsal));
  const draw = drawsOf('embedded storm', storm.seed);
  const troubleOf = troublesOf(storm, draw);
  const stages = new Stages();
  const server = new TroubledMailServer({ clock, troubleOf, onStage: stages.see, pauseMs: PAUSE_MS });
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-embedded-storm-'));
  const env = {
    DATA_DIR: dataDir,
    SMTP_URL: await server.listen(),
    MAIL_FROM: 'Attest <attest@example.org>',
    REPORT_TIME_ZONE: 'UTC',
    REHEARSAL_CLOCK: rehearsal,
  };
  const left = new Set<number>();
  let service: Service | null = null;
  const begin = async (): Promise<Service> => {
    service = await startService(env);
    return service;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (service === null) return;
    for (const pid of processTree(service.pid)) left.add(pid);
    await service.stop(signal);
    service = null;
  };
  const opened = async <Result>(does: (database: DatabaseHandle) => Promise<Result>): Promise<Result> => {
    const database = await openDatabase({ databaseUrl: null, dataDir });
    try {
      return await does(database);
    } finally {
      await database.close();
    }
  };
  try {
    // The first start puts the seeds in.
    await begin();
    await end('SIGTERM');
    await opened((database) => subscribe(database, storm, clock));
    let killedAtWork = 0;
    for (let kill = 0; kill < storm.kills; kill += 1) {
      await begin();
      if (falls(draw, 0.5)) await stages.after(1 + whole(draw, MOST_STAGES), PATIENCE_MS);
      else await sleep(whole(draw, LONGEST_PAUSE_MS));
      if (server.inHand > 0) killedAtWork += 1;
      await end('SIGKILL');
    }
    const said = new Map<string, Verdict>();
    let turns: EmbeddedAftermath['turns'] = [];
    for (let isDone = false; !isDone; ) {
      await begin();
      await sleep(TURN_MS);
      await end('SIGTERM');
      await opened(async (database) => {
        const office = new Office(database, clock, storm.period, server, said);
        const judged = await office.judge();
        turns = await office.turns();
        isDone = judged === 0 && turns.every(({ state }) => state.is !== 'open' && state.is !== 'under-way');
      });
    }
    return {
      turns,
      taken: server.taken,
      troubleOf,
      said,
      killedAtWork,
      orphans: remaining([...left]).length,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    await end('SIGKILL');
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Where the conversations with the mail server are. */
class Stages {
  private seen = 0;
  private waiting: { readonly until: number; readonly go: () => void } | null = null;

  readonly see = (): void => {
    this.seen += 1;
    if (this.waiting !== null && this.seen >= this.waiting.until) this.waiting.go();
  };

  /** So many stages from now, or so many milliseconds, where nothing is left to hand over. */
  async after(stages: number, mostMs: number): Promise<void> {
    const reached = new Promise<void>((go) => {
      this.waiting = { until: this.seen + stages, go };
    });
    await Promise.race([reached, sleep(mostMs, undefined, { ref: false })]);
    this.waiting = null;
  }
}
