import fc from 'fast-check';
import { alike } from './alike.ts';
import { makeResult } from './fixtures/facts.ts';
import type { CombineTime } from './result.ts';

const june = { periodStart: '2017-06-01', periodEnd: '2017-06-30', place: 'CR' } as const;
const groupsOf = (figures: Parameters<typeof alike>[0], combine: CombineTime = 'sum') =>
  alike(figures, () => combine).map((group) => group.map(({ id }) => id));

describe('figures that nothing tells apart', () => {
  const figure = makeResult('a', 'P', 40, june);

  it.each<[string, Parameters<typeof makeResult>[3], readonly string[][]]>([
    ['the same again', {}, [['a', 'b']]],
    ['a note where the other has none', { note: { en: 'in Limón' } }, [['a', 'b']]],
    [
      'parts where the other has none',
      { breakdown: [{ axis: 'sex', part: 'female', value: 40 }] },
      [['a', 'b']],
    ],
    ['another place', { place: 'HN' }, []],
    ['other days', { periodEnd: '2017-06-29' }, []],
    ['a target', { kind: 'target' }, []],
    ['a part of it', { partOf: 'a' }, []],
    ['another indicator', { indicator: 'documents' }, []],
  ])('%s', (_what, other, groups) => {
    expect(groupsOf([figure, makeResult('b', 'P', 40, { ...june, ...other })])).toEqual(groups);
  });

  it('are told apart by notes that differ in a language that both have, or have none in common', () => {
    const noted = (id: string, note: Readonly<Record<string, string>>) =>
      makeResult(id, 'P', 40, { ...june, note });
    expect(groupsOf([noted('a', { en: 'Judges' }), noted('b', { en: 'Clerks' })])).toEqual([]);
    expect(groupsOf([noted('a', { en: 'Judges' }), noted('b', { es: 'Jueces' })])).toEqual([]);
    expect(groupsOf([noted('a', { en: 'Judges', es: 'Jueces' }), noted('b', { es: 'Jueces' })])).toEqual([
      ['a', 'b'],
    ]);
  });

  it('are told apart by parts that are not the same, whatever their values', () => {
    const of = (id: string, part: string, value: number) =>
      makeResult(id, 'P', 40, { ...june, breakdown: [{ axis: 'role', part, value }] });
    expect(groupsOf([of('a', 'trainer', 40), of('b', 'participant', 40)])).toEqual([]);
    expect(groupsOf([of('a', 'trainer', 40), of('b', 'trainer', 39)])).toEqual([['a', 'b']]);
  });

  it('leave out of a group whoever is told apart from all others', () => {
    const figures = [
      makeResult('a', 'P', 40, { ...june, note: { en: 'Judges' } }),
      makeResult('b', 'P', 41, { ...june, note: { en: 'Judges' } }),
      makeResult('c', 'P', 42, { ...june, note: { en: 'Clerks' } }),
    ];
    expect(groupsOf(figures)).toEqual([['a', 'b']]);
  });

  it('are none of a cumulative indicator, of which one alone counts', () => {
    expect(groupsOf([figure, makeResult('b', 'P', 40, june)], 'latest')).toEqual([]);
  });

  it('are the same in whatever order', () => {
    const notes = fc.option(fc.constantFrom({ en: 'Judges' }, { en: 'Clerks' }, { es: 'Jueces' }), {
      nil: null,
    });
    fc.assert(
      fc.property(fc.array(notes, { maxLength: 6 }), (given) => {
        const figures = given.map((note, at) => makeResult(`r${at}`, 'P', at, { ...june, note }));
        const sorted = (groups: readonly (readonly string[])[]) => groups.map((group) => [...group].sort());
        expect(sorted(groupsOf(figures.toReversed()))).toEqual(sorted(groupsOf(figures)));
      }),
    );
  });
});
