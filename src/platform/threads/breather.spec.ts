import { breather } from './breather.ts';

/** How often something else has had its turn while `work` went on. */
async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  const other = setImmediate(turn);
  await work();
  done = true;
  clearImmediate(other);
  return turns;
}

it('gives others their turn once its own is over, and not before', async () => {
  const steps = async (breathe: () => Promise<void>) => {
    for (let step = 0; step < 20; step += 1) await breathe();
  };
  expect(await turnsDuring(() => steps(breather(Number.POSITIVE_INFINITY)))).toBe(0);
  expect(await turnsDuring(() => steps(breather(0)))).toBeGreaterThanOrEqual(20);
});
