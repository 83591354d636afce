import fc from 'fast-check';
import {
  figureKey,
  figureSaying,
  lastTold,
  movedSince,
  NOTHING_SAID,
  proposedFigures,
  type Said,
  type Saying,
  saidIn,
  saysTheSame,
} from './moved-figures.ts';

const exactly = (value: number | null): Said =>
  value === null ? NOTHING_SAID : { ...NOTHING_SAID, value, approximate: 0 };
const officials = (value: number | null): Saying => ({
  of: { indicator: 'officials-trained' },
  at: 'period',
  said: exactly(value),
});
const told = (...sayings: readonly Saying[]) => lastTold(sayings, []);

describe('what an issue said of its figures', () => {
  const row = {
    in_period: 101,
    in_previous_period: 22,
    to_date: 123,
    exact: 78,
    approximate: 45,
    undated: 0,
  };
  const indicators = (rows: Record<string, Record<string, number | string | null>>) =>
    saidIn({ blocks: { indicators: { illustrative: false, total: null, rows } } });

  it('is in its period and to date; how sure that of the period is, nobody wrote down', () => {
    expect(indicators({ officials: row })).toEqual([
      {
        of: { indicator: 'officials' },
        at: 'period',
        said: { ...NOTHING_SAID, value: 101, approximate: null },
      },
      {
        of: { indicator: 'officials' },
        at: 'to-date',
        said: { ...NOTHING_SAID, value: 123, approximate: 45 },
      },
    ]);
  });

  it('is as sure in the period as to date where it is the same figure, and where all of it is exact', () => {
    const [same] = indicators({ officials: { ...row, in_period: 123, to_date_qualifier: 'at least' } });
    expect(same?.said).toMatchObject({ value: 123, approximate: 45, qualifier: 'at least' });
    const [exact] = indicators({ officials: { ...row, exact: 123, approximate: 0 } });
    expect(exact?.said).toMatchObject({ value: 101, approximate: 0 });
  });

  it('is nothing of indicators that stand together', () => {
    expect(indicators({ 'the rest': row })).toEqual([]);
  });

  it('has money by type, each in minor units', () => {
    const rows = { disbursement: { amount: 43_120_000 }, pledge: { amount: null } };
    expect(saidIn({ blocks: { 'funding-stages': { illustrative: false, total: null, rows } } })).toEqual([
      { of: { type: 'pledge' }, at: 'to-date', said: NOTHING_SAID },
      { of: { type: 'disbursement' }, at: 'to-date', said: exactly(43_120_000) },
    ]);
  });

  it('is written "about" where nobody can tell how sure it was', () => {
    expect(figureSaying({ ...NOTHING_SAID, value: 12 })).toMatchObject({
      approximate: 12,
      qualifier: 'about',
    });
    expect(figureSaying(exactly(12))).toMatchObject({ approximate: 0, qualifier: 'exact' });
    expect(figureSaying(NOTHING_SAID)).toMatchObject({ value: null, missing: 'not-reported' });
  });
});

describe('what is proposed as an erratum', () => {
  it('is a figure that says something else than was sent', () => {
    expect(proposedFigures([officials(512)], [told(officials(12))], told(officials(12)))).toEqual([
      officials(512),
    ]);
  });

  it('is no figure that moved back, and zero is not the same as none', () => {
    expect(proposedFigures([officials(12)], [told(officials(12))], told(officials(12)))).toEqual([]);
    expect(proposedFigures([officials(0)], [told(officials(null))], told(officials(null)))).toEqual([
      officials(0),
    ]);
  });

  it('is no figure that somebody decided about, and again one that has moved on', () => {
    const got = [told(officials(12))];
    expect(proposedFigures([officials(512)], got, told(officials(512)))).toEqual([]);
    expect(proposedFigures([officials(600)], got, told(officials(512)))).toEqual([officials(600)]);
    // Back to what everybody has.
    expect(proposedFigures([officials(12)], got, told(officials(512)))).toEqual([]);
  });

  it('is what one of several was last told otherwise', () => {
    const got = [told(officials(12)), told(officials(512))];
    expect(proposedFigures([officials(12)], got, told(officials(512)))).toEqual([officials(12)]);
  });
});

describe('a course of figures, sent and decided at random', () => {
  const codes = ['a', 'b', 'c'] as const;
  const values = fc.record({
    a: fc.option(fc.integer({ min: 0, max: 3 })),
    b: fc.option(fc.integer({ min: 0, max: 3 })),
    c: fc.option(fc.integer({ min: 0, max: 3 })),
  });
  const sayingsOf = (each: Readonly<Record<(typeof codes)[number], number | null>>): readonly Saying[] =>
    codes.map((indicator) => ({ of: { indicator }, at: 'period', said: exactly(each[indicator]) }));
  const steps = fc.array(fc.record({ values, fate: fc.constantFrom('sent', 'dismissed', 'left') }), {
    maxLength: 12,
  });

  it('leaves each reader with what is true whenever all that was proposed is sent', () => {
    fc.assert(
      fc.property(values, steps, (issued, course) => {
        const errata: (Saying & { readonly is: Said })[][] = [];
        for (const { values: now } of course) {
          const got = lastTold(sayingsOf(issued), errata);
          const proposed = proposedFigures(sayingsOf(now), [got], got);
          // Just what differs, and each once.
          expect(new Set(proposed.map(figureKey)).size).toBe(proposed.length);
          errata.push(proposed.map((each) => ({ ...each, is: each.said })));
          const after = lastTold(sayingsOf(issued), errata);
          expect(movedSince(after, sayingsOf(now))).toEqual([]);
          expect(proposedFigures(sayingsOf(now), [after], after)).toEqual([]);
        }
      }),
    );
  });

  it('proposes nothing twice, and never what everybody has been told', () => {
    fc.assert(
      fc.property(values, steps, (issued, course) => {
        const sent: (Saying & { readonly is: Said })[][] = [];
        const decided: (Saying & { readonly is: Said })[][] = [];
        for (const { values: now, fate } of course) {
          const got = lastTold(sayingsOf(issued), sent);
          const known = lastTold(sayingsOf(issued), decided);
          const proposed = proposedFigures(sayingsOf(now), [got], known);
          for (const { said, ...figure } of proposed) {
            expect(saysTheSame(got.get(figureKey(figure)) ?? NOTHING_SAID, said)).toBe(false);
            expect(saysTheSame(known.get(figureKey(figure)) ?? NOTHING_SAID, said)).toBe(false);
          }
          if (fate === 'left') continue;
          const figures = proposed.map((each) => ({ ...each, is: each.said }));
          decided.push(figures);
          if (fate === 'sent') sent.push(figures);
          const after = [lastTold(sayingsOf(issued), sent), lastTold(sayingsOf(issued), decided)] as const;
          expect(proposedFigures(sayingsOf(now), [after[0]], after[1])).toEqual([]);
        }
      }),
    );
  });
});
