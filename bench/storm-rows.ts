import type { Aftermath } from '../test/support/storm/delivery-storm.ts';
import type { BenchRow } from './render.bench.ts';

export function count(what: string, value: number): BenchRow {
  return { what, value, unit: '' };
}

/** What became of a storm of deliveries, with what is said of this one alone between; each fault is printed. */
export function stormRows(
  { turns, said, orphans, seconds }: Pick<Aftermath, 'turns' | 'said' | 'orphans' | 'seconds'>,
  faults: readonly string[],
  own: readonly BenchRow[],
): readonly BenchRow[] {
  for (const fault of faults) console.error(fault);
  const inState = (state: string) => turns.filter((turn) => turn.state.is === state).length;
  const saidOf = (verdict: string) => [...said.values()].filter((each) => each === verdict).length;
  return [
    count('e-mails owed', turns.length),
    count('sent', inState('sent')),
    count('refused by the mail server for good', inState('given-up')),
    ...own,
    count('unknown, had arrived', saidOf('arrived')),
    count('unknown, was lost', saidOf('lost')),
    count('unknown, had arrived, said to be lost: comes twice', saidOf('lost, and was taken')),
    { ...count('processes left behind', orphans), limit: 0 },
    { ...count('faults', faults.length), limit: 0 },
    { what: 'all of it', value: Math.round(seconds), unit: 's' },
  ];
}
