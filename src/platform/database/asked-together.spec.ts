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

it('asks once for all who come while it is asked, and after they came', async () => {
  const { asked, ask } = byHand();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(7);
  expect(await first).toBe(7);
  await new Promise(setImmediate);
  expect(asked).toHaveLength(2);
  const fourth = ask();
  asked[1]?.resolve(8);
  expect(await Promise.all([second, third])).toEqual([8, 8]);
  await new Promise(setImmediate);
  asked[2]?.resolve(9);
  expect(await fourth).toBe(9);
});

it('asks anew where nobody is asking', async () => {
  const { asked, ask } = byHand();
  const first = ask();
  asked[0]?.resolve(1);
  expect(await first).toBe(1);
  await new Promise(setImmediate);
  const second = ask();
  expect(asked).toHaveLength(2);
  asked[1]?.resolve(2);
  expect(await second).toBe(2);
});

it('tells those who asked what went wrong, and goes on', async () => {
  const { asked, ask } = byHand();
  const [first, second] = [ask(), ask()];
  asked[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await new Promise(setImmediate);
  asked[1]?.resolve(3);
  expect(await second).toBe(3);
});

it('asks for each key by itself', async () => {
  const asked: string[] = [];
  const ask = askedTogetherBy(async (key) => {
    asked.push(key);
    await new Promise(setImmediate);
    return `of ${key}`;
  });
  expect(await Promise.all(['a', 'b', 'a', 'a'].map(ask))).toEqual(['of a', 'of b', 'of a', 'of a']);
  // The two that came second share the second time.
  expect(asked.toSorted()).toEqual(['a', 'a', 'b']);
  expect(await ask('a')).toBe('of a');
  expect(asked).toHaveLength(4);
});
