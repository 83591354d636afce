import { rowPage } from './row-page.ts';

const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const keyOf = ({ id }: { readonly id: string }) => id;

describe('a page of rows', () => {
  it.each([
    [
      { limit: 2 },
      { rows: [{ id: 'a' }, { id: 'b' }], first: 1, last: 2, total: 5, next: 'b', previous: undefined },
    ],
    [
      { limit: 2, cursor: 'b' },
      { rows: [{ id: 'c' }, { id: 'd' }], first: 3, last: 4, total: 5, next: 'd', previous: null },
    ],
    [
      { limit: 2, cursor: 'd' },
      { rows: [{ id: 'e' }], first: 5, last: 5, total: 5, next: null, previous: 'b' },
    ],
    [
      { limit: 2, cursor: 'b', isCounted: false },
      { rows: [{ id: 'c' }, { id: 'd' }], first: 1, last: 2, total: 2, next: 'd', previous: undefined },
    ],
    [{ limit: 5 }, { rows: all, first: 1, last: 5, total: 5, next: null, previous: undefined }],
  ])('%j', (request, page) => {
    expect(rowPage(all, keyOf, request)).toEqual(page);
  });

  it('is the whole list where none is asked for', () => {
    expect(rowPage(all, keyOf)).toEqual({
      rows: all,
      first: 1,
      last: 5,
      total: 5,
      next: null,
      previous: undefined,
    });
  });

  it('of nothing is empty, and after nothing known is refused', () => {
    expect(rowPage([], keyOf, { limit: 2 })).toMatchObject({ rows: [], first: 0, last: 0, next: null });
    expect(() => rowPage(all, keyOf, { limit: 2, cursor: 'x' })).toThrow('has the cursor "x"');
  });
});
