import { makeNarrative } from '../core/fixtures/facts.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { PUBLIC } from '../core/fixtures/scopes.ts';
import { plainWords } from '../core/report/told-text.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { pageLinks } from './links.ts';
import { toldNarratives } from './told-narratives.ts';

const facts = {
  ...referencePortfolio,
  narratives: [
    makeNarrative('old', 'TOUR', { text: { en: 'Before.' }, periodEnd: '2016-12-31', datePrecision: 'year' }),
    makeNarrative('new', 'TOUR', {
      text: { fr: 'Elle a formé [officials-trained] fonctionnaires.' },
      periodStart: '2017-01-01',
      periodEnd: '2017-06-30',
      datePrecision: 'month',
      sheet: { en: 'all five' },
    }),
    makeNarrative('gone', 'TOUR', { section: 'next', text: { en: '[no-such-indicator] and [broken' } }),
  ],
};
const viewOf = (language: 'en' | 'fr') =>
  makeReferenceView({ facts, language, links: pageLinks('', undefined) });

describe('what is told of a programme in words', () => {
  it('says its language where that is not its reader’s, and its figures in the reader’s', async () => {
    const [results] = (await toldNarratives(viewOf('en'), 'TOUR')).sections;
    expect(results?.label).toBe('Results in words');
    expect(results?.texts.map(({ about }) => about.map(({ text }) => text))).toEqual([
      ['January\u2009–\u2009June 2017', 'in French'],
      ['2016'],
    ]);
    const [text] = results?.texts ?? [];
    expect(text).toMatchObject({ language: 'fr', source: 'From the fact sheet: all five' });
    expect(text?.blocks).toEqual([
      {
        is: 'paragraph',
        pieces: [
          { text: 'Elle a formé ', figure: null },
          {
            text: 'about 45',
            figure: {
              href: '/results?program=TOUR&to=2017-06-30&indicator=officials-trained&kind=actual',
            },
          },
          { text: ' fonctionnaires.', figure: null },
        ],
      },
    ]);
    const [french] = (await toldNarratives(viewOf('fr'), 'TOUR')).sections;
    expect(french?.texts.map((each) => [each.language, plainWords(each)])).toEqual([
      [null, 'Elle a formé environ 45 fonctionnaires.'],
      ['en', 'Before.'],
    ]);
  });

  it('prints what is not there as not available, and what cannot be read as it stands', async () => {
    const [, next] = (await toldNarratives(viewOf('en'), 'TOUR')).sections;
    expect(next?.texts.map(plainWords)).toEqual(['n/a and [broken']);
  });

  it('is rows of a file too, with the same words', async () => {
    const { block } = await toldNarratives(viewOf('en'), 'TOUR');
    expect(block?.columns.map(({ key }) => key)).toEqual([
      'section',
      'place',
      'period',
      'text',
      'language',
      'sheet',
    ]);
    expect(block?.rows[0]?.cells.map(({ raw }) => raw)).toEqual([
      'result',
      null,
      '2017-06-30',
      'Elle a formé about 45 fonctionnaires.',
      'fr',
      'all five',
    ]);
  });

  it('is nothing to the public, and nothing of a programme without texts', async () => {
    const nothing = { sections: [], block: null };
    expect(await toldNarratives(makeReferenceView({ facts, scope: PUBLIC }), 'TOUR')).toEqual(nothing);
    expect(await toldNarratives(viewOf('en'), 'NET-POL')).toEqual(nothing);
  });
});
