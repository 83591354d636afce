import fc from 'fast-check';
import { type Amount, crossed } from './crossed.ts';
import { sumOf } from './decimal.ts';
import { leadingRows } from './leading-rows.ts';

const amounts = (of: Readonly<Record<string, number | null>>): readonly Amount[] =>
  Object.entries(of).map(([key, amount]) => ({ key, amount }));

describe('two dimensions crossed', () => {
  it('gives the rest what is left of everything, and groups what is not shown by itself', () => {
    // A gave 60 (40 to democracy), B 30, C and D 10 together: 4 to democracy, 6 to security.
    const cells = crossed({
      left: [{ key: 'A' }, { key: 'B' }, { key: 'the rest', rows: [{ key: 'C' }, { key: 'D' }] }],
      right: [{ key: 'democracy' }, { key: 'the rest', rows: [{ key: 'security' }, { key: 'rights' }] }],
      inLeft: new Map([
        ['A', amounts({ democracy: 40, security: 15, rights: 5 })],
        ['B', amounts({ security: 30 })],
      ]),
      all: amounts({ democracy: 44, security: 51, rights: 5 }),
    });
    expect(cells).toEqual([
      { left: 'A', right: 'democracy', amount: 40 },
      { left: 'A', right: 'the rest', amount: 20 },
      { left: 'B', right: 'the rest', amount: 30 },
      { left: 'the rest', right: 'democracy', amount: 4 },
      { left: 'the rest', right: 'the rest', amount: 6 },
    ]);
  });

  it('keeps a zero that is recorded, and makes none of what is missing (rule 5)', () => {
    const cells = crossed({
      left: [{ key: 'A' }],
      right: [{ key: '2016' }, { key: '2017' }, { key: '2018' }],
      inLeft: new Map([['A', amounts({ '2016': 0, '2017': null })]]),
      all: amounts({ '2016': 0, '2017': null }),
    });
    expect(cells).toEqual([{ left: 'A', right: '2016', amount: 0 }]);
  });

  it('loses nothing on either side, whatever is shown by itself, corrections among it', () => {
    const table = fc.array(
      fc.record({
        left: fc.constantFrom(...'abcdefghijkl'),
        right: fc.constantFrom(...'mnopqrstuvwx'),
        amount: fc.integer({ min: -1_000, max: 100_000 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(table, (entries) => {
        const by = (side: 'left' | 'right', of = entries): readonly Amount[] =>
          [...Map.groupBy(of, (entry) => entry[side])].map(([key, own]) => ({
            key,
            amount: sumOf(own, ({ amount }) => amount),
          }));
        const left = leadingRows(by('left'), 'donor', 8);
        const right = leadingRows(by('right'), 'pillar', 8);
        const named = by('left').filter(({ key }) => left.some((row) => row.key === key));
        const cells = crossed({
          left,
          right,
          inLeft: new Map(
            named.map(({ key }) => [
              key,
              by(
                'right',
                entries.filter((entry) => entry.left === key),
              ),
            ]),
          ),
          all: by('right'),
        });
        const sums = (side: 'left' | 'right', key: string) =>
          sumOf(
            cells.filter((cell) => cell[side] === key),
            ({ amount }) => amount,
          );
        for (const [side, shown] of [
          ['left', left],
          ['right', right],
        ] as const) {
          for (const row of shown) {
            const rows = 'rows' in row ? row.rows : [row];
            expect([side, row.key, sums(side, row.key)]).toEqual([
              side,
              row.key,
              sumOf(rows, ({ amount }) => amount ?? 0),
            ]);
          }
        }
        expect(sumOf(cells, ({ amount }) => amount)).toBe(sumOf(entries, ({ amount }) => amount));
      }),
    );
  });
});
