import { TRANSACTION_TYPES } from '../../src/core/funding.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

interface Page {
  readonly count: number | { readonly top: number; readonly all: number };
  readonly rows: readonly { readonly id?: string; readonly code?: string; readonly type?: string }[];
  readonly nextCursor: string | null;
  readonly next: string | null;
}

eachEngine('lists of the API', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
  });
  afterAll(() => app.close());

  const get = async (url: string): Promise<Page> => {
    const { statusCode, body } = await app.nest.inject(url);
    expect([url, statusCode]).toEqual([url, 200]);
    return JSON.parse(body);
  };
  const walk = async (url: string | null): Promise<readonly Page[]> => {
    if (url === null) return [];
    const page = await get(url);
    return [page, ...(await walk(page.next))];
  };
  const keysOf = (pages: readonly Page[]) =>
    pages.flatMap(({ rows }) => rows.map(({ id, code }) => id ?? code ?? ''));

  it.each([
    '/api/v1/results?kind=actual',
    '/api/v1/transactions?lang=es',
    '/api/v1/transactions?type=disbursement',
    '/api/v1/programs?country=CL',
  ])('are the same in pages as at once: %s', async (url) => {
    const whole = await get(`${url}&limit=500`);
    expect([whole.next, whole.nextCursor]).toEqual([null, null]);
    const keys = keysOf([whole]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3);
    for (const limit of [1, 3, keys.length - 1, keys.length]) {
      const pages = await walk(`${url}&limit=${limit}`);
      expect(pages).toHaveLength(Math.ceil(keys.length / limit));
      expect(keysOf(pages)).toEqual(keys);
      for (const { count } of pages) expect(count).toEqual(whole.count);
    }
  });

  it('lead on by an address that asks the same of what is left', async () => {
    const { nextCursor, next } = await get('/api/v1/results?country=CL&limit=2&lang=pt');
    expect(next).toBe(`/api/v1/results?country=CL&limit=2&lang=pt&cursor=${nextCursor}`);
  });

  it('of transactions go through the types one after the other', async () => {
    const pages = await walk('/api/v1/transactions?limit=2');
    const types = pages.flatMap(({ rows }) => rows.map(({ type }) => type));
    expect(types).toEqual(
      types.toSorted((a, b) => TRANSACTION_TYPES.indexOf(a as never) - TRANSACTION_TYPES.indexOf(b as never)),
    );
  });

  it.each(['results', 'transactions', 'programs'])('of %s refuse what they do not have', async (list) => {
    const status = async (query: string) => (await app.nest.inject(`/api/v1/${list}?${query}`)).statusCode;
    expect(await status('cursor=nobody')).toBe(400);
    expect(await status('limit=0')).toBe(400);
    expect(await status('limit=501')).toBe(400);
  });

  it('say in the document of the API what they take', async () => {
    const { body } = await app.nest.inject('/api/v1/openapi.json');
    const { paths } = JSON.parse(body) as {
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    };
    for (const list of ['results', 'transactions', 'programs']) {
      const names = paths[`/api/v1/${list}`]?.get.parameters.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['cursor', 'limit']));
    }
  });
});
