import { RecentlyUsed } from './recently-used.ts';

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
