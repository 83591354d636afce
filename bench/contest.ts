import { type Question, rateOf } from './asking.ts';
import { median } from './portfolio.ts';
import { processorMsOf } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

const CONNECTIONS = 50;
const ROUND_MS = 3_000;
const ROUNDS = 5;

/** Who answers a question, in which process. */
export interface Contender extends Question {
  readonly pid: number;
}

export interface Contest {
  readonly what: string;
  readonly ours: Contender;
  /** Nest with Fastify and nothing else. */
  readonly theirs: Contender;
}

/**
 * How many answers a second each gives, in turns, so that whatever else the machine does slows both alike; and the
 * processor time of an answer, which others on the machine do not lengthen much.
 */
export async function inTurns({ what, ours, theirs }: Contest): Promise<readonly BenchRow[]> {
  const seen = { ours: [] as Seen[], theirs: [] as Seen[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [own, other] = [await roundOf(ours), await roundOf(theirs)];
    // The first warms up.
    if (round === 0) continue;
    seen.ours.push(own);
    seen.theirs.push(other);
  }
  const [rate, bareRate] = [seen.ours, seen.theirs].map((all) =>
    median(all.map(({ perSecond }) => perSecond)),
  );
  const [cost, bareCost] = [seen.ours, seen.theirs].map((all) => median(all.map(({ ms }) => ms)));
  return [
    { what, value: Math.round(rate ?? 0), unit: '1/s' },
    { what: `${what}: by bare Nest with Fastify`, value: Math.round(bareRate ?? 0), unit: '1/s' },
    { what: `${what}: ratio`, value: rounded((rate ?? 0) / (bareRate ?? 1)), unit: '' },
    { what: `${what}: processor time of Node`, value: rounded(cost ?? 0), unit: 'ms' },
    { what: `${what}: by bare Nest with Fastify, of Node`, value: rounded(bareCost ?? 0), unit: 'ms' },
  ];
}

interface Seen {
  readonly perSecond: number;
  /** Processor time of an answer. */
  readonly ms: number;
}

async function roundOf(contender: Contender): Promise<Seen> {
  const [start, before] = [performance.now(), processorMsOf(contender.pid)];
  const perSecond = await rateOf(contender, { connections: CONNECTIONS, ms: ROUND_MS });
  const answers = (perSecond * (performance.now() - start)) / 1000;
  return { perSecond, ms: (processorMsOf(contender.pid) - before) / answers };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
