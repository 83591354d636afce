import { askedOnce, askedOnceEach } from './asked-once.ts';

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

it('asks once in each way, and forgets what was asked longest ago', async () => {
  const asked: string[] = [];
  const answer = askedOnceEach(2, async ({ of }: { readonly of: string }) => {
    asked.push(of);
    return of.length;
  });
  expect([
    await answer({ of: 'ports' }),
    await answer({ of: 'roads' }),
    await answer({ of: 'ports' }),
  ]).toEqual([5, 5, 5]);
  expect(asked).toEqual(['ports', 'roads']);
  // Ports were asked for last, so that roads go.
  await answer({ of: 'schools' });
  await answer({ of: 'ports' });
  await answer({ of: 'roads' });
  expect(asked).toEqual(['ports', 'roads', 'schools', 'roads']);
});
