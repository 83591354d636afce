import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { type HowMany, questionsTogether } from './questions-together.ts';

/** Each run is a transaction of its own, and says when it is over. */
function transactions(isAnswered = true, howMany?: HowMany) {
  const opened: { isOver: boolean }[] = [];
  const ask = questionsTogether<{ isOver: boolean }>(async (work) => {
    const tx = { isOver: false };
    opened.push(tx);
    try {
      if (isAnswered) await work(tx);
    } finally {
      tx.isOver = true;
    }
    return isAnswered;
  }, howMany);
  return { opened, ask };
}

describe('questions together', () => {
  it('are asked in one transaction, those of later in another', async () => {
    const { opened, ask } = transactions();
    expect(await Promise.all([ask(async () => 'one'), ask(async () => 'two')])).toEqual(['one', 'two']);
    while (opened.some(({ isOver }) => !isOver)) await turn();
    expect(await ask(async () => 'three')).toBe('three');
    expect(opened).toHaveLength(2);
  });

  it('are asked in the transaction of those whose answers lead to them', async () => {
    const { opened, ask } = transactions();
    const known: string[] = [];
    for (const question of ['which countries', 'their names', 'their totals']) {
      known.push(`${question}, ${await ask(async (tx) => String(tx.isOver))}`);
    }
    expect(known).toEqual(['which countries, false', 'their names, false', 'their totals, false']);
    expect(opened).toHaveLength(1);
  });

  it('leave room for a change: a transaction does not go on for ever', async () => {
    const { opened, ask } = transactions();
    for (let asked = 0; asked < 20; asked += 1) expect(await ask(async () => asked)).toBe(asked);
    // Eight, eight and four.
    expect(opened).toHaveLength(3);
  });

  it('are asked one by one and two beside each other, where each takes long', async () => {
    const { opened, ask } = transactions(true, { atOnce: 1, beside: 2 });
    let underWay = 0;
    const beside: number[] = [];
    const slow = () =>
      ask(async () => {
        underWay += 1;
        beside.push(underWay);
        await wait(2);
        underWay -= 1;
      });
    await Promise.all([slow(), slow(), slow(), slow()]);
    expect([beside.length, Math.max(...beside), opened.length]).toEqual([4, 2, 2]);
  });

  it('are asked beside each other where there are many, in four transactions', async () => {
    const { opened, ask } = transactions();
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    const open: number[] = [];
    const answers = numbers.map((number) =>
      ask(async () => {
        open.push(opened.filter(({ isOver }) => !isOver).length);
        await wait(1);
        return number;
      }),
    );
    expect(await Promise.all(answers)).toEqual(numbers);
    expect(Math.max(...open)).toBe(4);
    expect(opened).toHaveLength(4);
  });

  it('fail for themselves alone, and are asked again by themselves', async () => {
    const { opened, ask } = transactions();
    let isAborted = false;
    const asked = await Promise.allSettled([
      ask(async () => {
        isAborted = opened.length === 1;
        throw new Error('no such axis');
      }),
      // As a database refuses what comes after an error in the same transaction.
      ask(async () => {
        await wait(1);
        if (isAborted) {
          isAborted = false;
          throw new Error('aborted');
        }
        return 'an answer';
      }),
    ]);
    expect(asked).toEqual([
      { status: 'rejected', reason: new Error('no such axis') },
      { status: 'fulfilled', value: 'an answer' },
    ]);
    expect(opened).toHaveLength(3);
  });

  it('end with their transaction, whatever becomes of one of them', async () => {
    const { ask } = transactions();
    const late: boolean[] = [];
    await Promise.allSettled([
      ask(async () => {
        throw new Error('at once');
      }),
      ask(async (tx) => {
        await wait(5);
        late.push(tx.isOver);
      }),
    ]);
    expect(late).toEqual([false]);
  });

  it('are all told null where nothing can be answered', async () => {
    const { ask } = transactions(false);
    expect(await Promise.all([ask(async () => 1), ask(async () => 2)])).toEqual([null, null]);
  });
});
