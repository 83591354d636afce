import { RecentlyUsed, toldOnce } from './recently-used.ts';

it('makes a value once, and forgets the one that was asked for longest ago', () => {
  const cache = new RecentlyUsed<string>(2);
  const made: string[] = [];
  const get = (key: string): string =>
    cache.get(key, () => {
      made.push(key);
      return `value of ${key}`;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(`value of ${key}`);
  // `c` pushed out `b`, not `a`, which had been asked for since.
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('finds what is there, which has been asked for then', () => {
  const cache = new RecentlyUsed<number>(2);
  for (const [i, key] of ['a', 'b'].entries()) cache.get(key, () => i);
  expect([cache.find('a'), cache.find('none')]).toEqual([0, undefined]);
  cache.get('c', () => 2);
  expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([0, undefined, 2]);
});

it('takes some along, in the order of use', () => {
  const cache = new RecentlyUsed<number>(3);
  for (const [i, key] of ['a', 'b', 'c'].entries()) cache.get(key, () => i);
  cache.find('a');
  const some = cache.takenAlong((value) => (value === 1 ? undefined : value + 10));
  some.get('d', () => 3);
  some.get('e', () => 4);
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => some.find(key))).toEqual([10, undefined, undefined, 3, 4]);
  expect([cache.find('a'), cache.find('b')]).toEqual([0, 1]);
});

it('tells all who ask likewise what the first one asked for, and asks again for what could not be told', async () => {
  const answers = new RecentlyUsed<Promise<unknown>>(2);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 1) throw new Error('away');
    return asked;
  };
  await expect(toldOnce(answers, 'key', ask)).rejects.toThrow('away');
  expect(await Promise.all([toldOnce(answers, 'key', ask), toldOnce(answers, 'key', ask)])).toEqual([2, 2]);
  expect(await toldOnce(answers, 'other', ask)).toBe(3);
});
