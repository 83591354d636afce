import { Health } from './health.ts';

it('is ready when every part is, and says what is not', async () => {
  const health = new Health();
  health.add({ name: 'database', check: () => undefined });
  health.add({
    name: 'mail',
    check: async () => {
      throw new Error('mail.example.org does not answer');
    },
  });
  expect(await health.state()).toMatchObject({
    ready: false,
    checks: { database: { ok: true }, mail: { ok: false, reason: 'mail.example.org does not answer' } },
  });
});

it('takes a check that hangs for one that fails', async () => {
  jest.useFakeTimers();
  try {
    const health = new Health();
    health.add({ name: 'browser', check: () => new Promise(() => undefined) });
    const state = health.state();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await state).toMatchObject({
      ready: false,
      checks: { browser: { reason: 'no answer within 5 s' } },
    });
  } finally {
    jest.useRealTimers();
  }
});

it('is ready when it leans on nothing', async () => {
  expect(await new Health().state()).toEqual({ ready: true, checks: {} });
});
