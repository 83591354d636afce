import { askedTogether, askedTogetherBy } from './asked-together.ts';

/** A question that is answered by hand, with how many times it has been asked. */
function byHand() {
  const asked: PromiseWithResolvers<number>[] = [];
  const ask = askedTogether(() => {
    const one = Promise.withResolvers<number>();
    asked.push(one);
    return one.promise;
  });
  return { asked, ask };
}

/** Long enough for a question that waits for the end of its turn. */
async function turn(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

it('asks once for all who come while it is asked, and after they came', async () => {
  const { asked, ask } = byHand();
  const first = ask();
  await turn();
  const [second, third] = [ask(), ask()];
  await turn();
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(7);
  expect(await first).toBe(7);
  await turn();
  expect(asked).toHaveLength(2);
  const fourth = ask();
  asked[1]?.resolve(8);
  expect(await Promise.all([second, third])).toEqual([8, 8]);
  await turn();
  asked[2]?.resolve(9);
  expect(await fourth).toBe(9);
});

it('asks once for all who come in one turn', async () => {
  const { asked, ask } = byHand();
  const all = [ask(), ask(), ask()];
  await turn();
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(4);
  expect(await Promise.all(all)).toEqual([4, 4, 4]);
});

it('asks anew where nobody is asking', async () => {
  const { asked, ask } = byHand();
  const first = ask();
  await turn();
  asked[0]?.resolve(1);
  expect(await first).toBe(1);
  const second = ask();
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]?.resolve(2);
  expect(await second).toBe(2);
});

it('tells those who asked what went wrong, and goes on', async () => {
  const { asked, ask } = byHand();
  const [first, too] = [ask(), ask()];
  await turn();
  const second = ask();
  asked[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await expect(too).rejects.toThrow('away');
  await turn();
  asked[1]?.resolve(3);
  expect(await second).toBe(3);
});

it('asks for all keys that are wanted at once, and tells each its own', async () => {
  const asked: (readonly string[])[] = [];
  const ask = askedTogetherBy(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'c').map((key) => [key, `of ${key}`]));
  });
  expect(await Promise.all(['a', 'b', 'a', 'c'].map(ask))).toEqual(['of a', 'of b', 'of a', null]);
  expect(asked).toEqual([['a', 'b', 'c']]);
  expect(await ask('a')).toBe('of a');
  expect(asked).toEqual([['a', 'b', 'c'], ['a']]);
});

it('tells all who wanted something that the question failed, and nobody else', async () => {
  let isAway = true;
  const ask = askedTogetherBy(async (keys) => {
    if (isAway) throw new Error('away');
    return new Map(keys.map((key) => [key, key]));
  });
  const both = [ask('a'), ask('b')];
  for (const one of both) await expect(one).rejects.toThrow('away');
  isAway = false;
  expect(await ask('b')).toBe('b');
});
