import { makeFacts, makeIndicator } from '../core/fixtures/facts.ts';
import { daysWords, resultForm } from './entry-links.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';

const name = { en: 'officials trained', es: 'funcionarios capacitados' };
const facts = makeFacts({ indicators: [makeIndicator('officials-trained', { name })] });
const view = makeReferenceView({ facts });
const form = (given: { readonly place?: string | null; readonly from: string; readonly to: string }) =>
  resultForm(view, { program: 'MAR', indicator: 'officials-trained', place: 'CR', ...given });

describe('the form for a figure', () => {
  it.each([
    ['2017-06-01', '2017-06-30', 'period_start=2017-06&period_end=2017-06', 'June 2017'],
    ['2017-04-01', '2017-06-30', 'period_start=2017-04&period_end=2017-06', 'April – June 2017'],
    ['2017-01-01', '2017-12-31', 'period_start=2017&period_end=2017', '2017'],
    ['2017-05-01', '2017-05-10', 'period_start=2017-05-01&period_end=2017-05-10', '1 – 10 May 2017'],
  ])('is filled in with %s to %s as people write them', (from, to, cells, words) => {
    expect(form({ from, to })).toBe(
      `/entry/results?program=MAR&indicator=officials+trained&kind=actual&country_or_region=CR&${cells}`,
    );
    expect(daysWords(view, { from, to }).replace(/[\u2009\u00a0]/g, ' ')).toBe(words);
  });

  it('calls the indicator as its reader does', () => {
    const days = { from: '2017-06-01', to: '2017-06-30' };
    const about = { program: 'MAR', indicator: 'officials-trained', place: null, ...days };
    expect(resultForm(makeReferenceView({ facts, language: 'es' }), about)).toContain(
      '=funcionarios+capacitados&',
    );
    expect(resultForm(view, { ...about, indicator: 'unknown' })).toContain('=unknown&');
  });

  it('says no place where there is none', () => {
    expect(form({ place: null, from: '2017', to: '2017' })).not.toContain('country');
  });
});
