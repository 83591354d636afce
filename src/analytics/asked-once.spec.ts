import { askedOnce } from './asked-once.ts';

it('asks once, and again only what failed', async () => {
  const outcomes = [
    Promise.reject(new Error('the connection was lost')),
    Promise.resolve(1),
    Promise.resolve(2),
  ];
  const answer = askedOnce(() => outcomes.shift() ?? Promise.resolve(3));
  await expect(answer()).rejects.toThrow('the connection was lost');
  expect(await Promise.all([answer(), answer()])).toEqual([1, 1]);
  expect(await answer()).toBe(1);
});
