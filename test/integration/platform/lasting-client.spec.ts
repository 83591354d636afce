import type { PGlite } from '@electric-sql/pglite';
import { DomainError } from '../../../src/core/errors.ts';
import { LastingClient } from '../../../src/platform/database/lasting-client.adapter.ts';

const panic = Object.assign(new Error('could not write to file'), { severity: 'PANIC' });
const explained = new DomainError('DATABASE.DISK_FULL', 'x', { kind: 'broken' });
const answering = (answer: string) =>
  ({ query: async () => answer, listen: async () => async () => undefined }) as unknown as PGlite;
const failing = (error: Error) =>
  ({ query: () => Promise.reject(error), listen: async () => async () => undefined }) as unknown as PGlite;

it('is opened anew after a breakdown, with its listeners, and no sooner than it can be', async () => {
  const heard: string[] = [];
  const second = {
    ...answering('second'),
    listen: async (channel: string) => {
      heard.push(channel);
      return async () => undefined;
    },
  } as unknown as PGlite;
  const openings: (() => PGlite)[] = [
    () => {
      throw explained;
    },
    () => second,
  ];
  const client = new LastingClient(
    failing(panic),
    async () => (openings.shift() as () => PGlite)(),
    () => undefined,
    () => explained,
  );
  await client.listen('jobs', () => undefined);
  await expect(client.query('SELECT 1')).rejects.toBe(explained);
  await expect(client.query('SELECT 1')).rejects.toBe(explained);
  expect(await Promise.all([client.query('SELECT 1'), client.query('SELECT 2')])).toEqual([
    'second',
    'second',
  ]);
  expect(heard).toEqual(['jobs']);
  expect(openings).toEqual([]);
});

it('stays the same after an ordinary refusal', async () => {
  const refusal = Object.assign(new Error('duplicate key'), { severity: 'ERROR' });
  const client = new LastingClient(
    failing(refusal),
    async () => answering('another'),
    () => undefined,
    () => explained,
  );
  await expect(client.query('SELECT 1')).rejects.toBe(refusal);
  await expect(client.query('SELECT 1')).rejects.toBe(refusal);
});
