import { makeNarrative } from '../core/fixtures/facts.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { donorScope, PUBLIC } from '../core/fixtures/scopes.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { pageLinks } from './links.ts';
import { searchOf, textsSaying } from './search.ts';
import type { View } from './view.ts';

const links = pageLinks('', undefined);
const view = makeReferenceView({ links });

async function found(search: string, by: View = view) {
  const groups = await searchOf(by, search);
  return Object.fromEntries(groups.map((group) => [group.kind, group.found.map(({ code }) => code)]));
}

describe('a search of everything', () => {
  it('finds programmes and places by a word of their names', async () => {
    expect(await found('costa')).toEqual({ country: ['CR'] });
    expect((await found('tour')).program).toEqual(['TOUR', 'TOUR-AG', 'TOUR-CR']);
  });

  it('finds by a name in another language, by a code, without accents or capitals', async () => {
    expect((await found('REPUBLICA dominicana')).country).toContain('DO');
    expect(await found('nothing is called so')).toEqual({});
    expect((await found('tour-ag')).program).toEqual(['TOUR-AG']);
    expect((await found('canada')).donor).toEqual(['canada']);
    expect((await found('officials TRAINED')).indicator).toEqual(['officials-trained']);
  });

  it('tells first of the kind of which one is called exactly so', async () => {
    const programs = referencePortfolio.programs.map((each) =>
      each.code === 'TOUR' ? { ...each, title: { en: 'Tourism in Chile' } } : each,
    );
    const named = makeReferenceView({ links, facts: { ...referencePortfolio, programs } });
    const kinds = async (search: string) => (await searchOf(named, search)).map(({ kind }) => kind);
    expect(await kinds('Chile')).toEqual(['country', 'program']);
    expect(await kinds('chil')).toEqual(['program', 'country']);
  });

  it('says how many there are of which no more than ten are shown, and where all of them stand', async () => {
    const [programs] = await searchOf(view, '');
    expect(programs).toMatchObject({ kind: 'program', total: 17, index: '/programs' });
    expect(programs?.found.length).toBe(10);
  });

  it('leads to each', async () => {
    const groups = await searchOf(view, 'multidimensional');
    expect(groups.find(({ kind }) => kind === 'pillar')?.found).toEqual([
      {
        code: 'multidimensional-security',
        text: 'multidimensional-security',
        href: '/?pillar=multidimensional-security',
        isKnownByCode: false,
      },
    ]);
  });

  it('does not show another donor’s programmes, nor that there is such a donor', async () => {
    const scope = donorScope('canada');
    const facts = scopedFacts(scope, referencePortfolio, referencePortfolio);
    const canada = makeReferenceView({ scope, facts, links });
    expect(await found('italy', canada)).toEqual({});
    expect(await found('mig-meso', canada)).toEqual({});
    expect((await found('canada', canada)).donor).toEqual(['canada']);
  });
});

describe('a search of texts', () => {
  const facts = {
    ...referencePortfolio,
    narratives: [
      makeNarrative('n2', 'TOUR', { text: { es: 'Formación de guías' }, section: 'next' }),
      makeNarrative('n1', 'MIG-MESO', {
        text: { en: 'Guides for judges' },
        periodEnd: '2017-06-30',
        datePrecision: 'day',
      }),
    ],
  };

  it('says where each says it, and leads to it', async () => {
    const { found: texts, total, isCounted } = await textsSaying(makeReferenceView({ links, facts }), 'GUÍ');
    expect([total, isCounted]).toEqual([2, true]);
    expect(texts.map(({ id, href }) => [id, href])).toEqual([
      ['n1', '/narratives/n1'],
      ['n2', '/narratives/n2'],
    ]);
    expect(texts[1]?.passage).toEqual({
      language: 'es',
      pieces: [
        { text: 'Formación de ', isFound: false },
        { text: 'guí', isFound: true },
        { text: 'as', isFound: false },
      ],
    });
    expect(texts[0]?.title).toMatch(/^Results in words: /);
    expect(texts[0]?.period).not.toBeNull();
  });

  it('shows ten, and counts to a thousand', async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => makeNarrative(`text-${at}`, 'TOUR'));
    const view = makeReferenceView({ links, facts: { ...facts, narratives: many } });
    const { found: texts, total, isCounted } = await textsSaying(view, 'text');
    expect([texts.length, total, isCounted]).toEqual([10, 1_000, false]);
  });

  it('finds nothing that is another donor’s, and nothing for the public', async () => {
    const canada = donorScope('canada');
    const seen = scopedFacts(canada, facts, facts);
    const view = makeReferenceView({ scope: canada, facts: seen, links });
    expect((await textsSaying(view, 'guides')).found).toEqual([]);
    const open = makeReferenceView({ scope: PUBLIC, facts: scopedFacts(PUBLIC, facts, facts), links });
    expect((await textsSaying(open, 'guides')).found).toEqual([]);
  });
});
