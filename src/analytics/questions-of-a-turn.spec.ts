import { setTimeout as wait } from 'node:timers/promises';
import { questionsOfATurn } from './questions-of-a-turn.ts';

/** Each run is a transaction of its own, and says when it is over. */
function transactions(isAnswered = true) {
  const opened: { isOver: boolean }[] = [];
  const ask = questionsOfATurn<{ isOver: boolean }>(async (work) => {
    const tx = { isOver: false };
    opened.push(tx);
    try {
      if (isAnswered) await work(tx);
    } finally {
      tx.isOver = true;
    }
    return isAnswered;
  });
  return { opened, ask };
}

describe('the questions of a turn', () => {
  it('are asked in one transaction, those of another turn in another', async () => {
    const { opened, ask } = transactions();
    expect(await Promise.all([ask(async () => 'one'), ask(async () => 'two')])).toEqual(['one', 'two']);
    expect(opened).toHaveLength(1);
    expect(await ask(async () => 'three')).toBe('three');
    expect(opened).toHaveLength(2);
  });

  it('are asked beside each other where there are many', async () => {
    const { opened, ask } = transactions();
    const numbers = Array.from({ length: 13 }, (_, number) => number);
    expect(await Promise.all(numbers.map((number) => ask(async () => number)))).toEqual(numbers);
    // Six, six and one.
    expect(opened).toHaveLength(3);
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
