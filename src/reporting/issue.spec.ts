import { fileName, shortHash } from './issue.ts';

const portfolio = {
  report: 'portfolio',
  period: '2017-06',
  country: null,
  donor: null,
  pillar: null,
  lang: 'en',
} as const;

describe('the file of a report', () => {
  it('is named for what it holds', () => {
    expect(fileName(portfolio)).toBe('portfolio-2017-06-en.pdf');
    expect(
      fileName({ ...portfolio, period: '2017-Q2', pillar: 'multidimensional-security', lang: 'fr' }),
    ).toBe('portfolio-2017-q2-multidimensional-security-fr.pdf');
    expect(fileName({ ...portfolio, report: 'country-fact-sheet', country: 'CR', lang: 'es' })).toBe(
      'country-fact-sheet-2017-06-cr-es.pdf',
    );
  });

  it('has no character that a file system or a header would mind', () => {
    expect(fileName({ ...portfolio, country: 'region:americas "\r\n/..', lang: 'pt' })).toBe(
      'portfolio-2017-06-region-americas-pt.pdf',
    );
  });

  it('bears the beginning of its hash', () => {
    expect(shortHash('486b9423c0ffee')).toBe('486b9423');
  });
});
