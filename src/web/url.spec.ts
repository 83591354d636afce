import { chosenTime, pageFrom, parametersOf, pathOf, sameTimeFrom, withParameters } from './url.ts';

describe('withParameters', () => {
  it('changes some and keeps the others, in place', () => {
    expect(withParameters('/?pillar=democracy&lang=es', { lang: 'fr' })).toBe('/?pillar=democracy&lang=fr');
    expect(withParameters('/?pillar=democracy&lang=es', { pillar: null, from: '2017-01-01' })).toBe(
      '/?lang=es&from=2017-01-01',
    );
  });

  it('leaves no question mark behind the last one taken away', () => {
    expect(withParameters('/programs?lang=es', { lang: null })).toBe('/programs');
  });

  it('keeps the fragment, and values that need escaping whole', () => {
    expect(withParameters('/?country=region%3Acaribbean#gaps', { lang: 'en' })).toBe(
      '/?country=region%3Acaribbean&lang=en#gaps',
    );
    expect(parametersOf(withParameters('/', { donor: 'a&b=c' }))).toEqual([['donor', 'a&b=c']]);
  });

  it('never leads to another site', () => {
    expect(withParameters('//evil.example/?lang=en', { lang: 'es' })).toMatch(/^\/[^/]/);
  });
});

describe('pageFrom', () => {
  it('keeps the language that was chosen, and nothing else', () => {
    expect(pageFrom('/?lang=pt&pillar=democracy', '/methods')).toBe('/methods?lang=pt');
    expect(pageFrom('/?pillar=democracy', '/methods')).toBe('/methods');
  });
});

describe('chosenTime', () => {
  it('is what was chosen, on a page that is about a time', () => {
    expect(chosenTime('/?period=2017&compare=previous&country=CR')).toEqual({
      period: '2017',
      compare: 'previous',
    });
    expect(chosenTime('/countries/CR?from=2017-01-01&to=2017-03-31')).toEqual({
      from: '2017-01-01',
      to: '2017-03-31',
    });
    expect(chosenTime('/donors.csv?period=to-date')).toEqual({ period: 'to-date' });
    expect(chosenTime('/countries/CR')).toEqual({});
  });

  it('is not the days of rows, nor what cannot be read', () => {
    expect(chosenTime('/results?from=2017-01-01&to=2017-03-31')).toEqual({});
    expect(chosenTime('/?period=yesterday&compare=nothing')).toEqual({});
    expect(chosenTime('/?from=2017-02-30&to=2017-03-31')).toEqual({ to: '2017-03-31' });
    expect(chosenTime('/?from=2017-04-01&to=2017-03-31')).toEqual({});
    expect(chosenTime('/?period=2016&period=2017')).toEqual({});
  });
});

describe('sameTimeFrom', () => {
  it('keeps the language, the moment and the time, and nothing else', () => {
    expect(
      sameTimeFrom('/?lang=pt&as-of=2017-06-30&period=2017&compare=previous&country=CR', '/countries'),
    ).toBe('/countries?lang=pt&as-of=2017-06-30&period=2017&compare=previous');
    expect(sameTimeFrom('/?country=CR', '/countries')).toBe('/countries');
  });
});

describe('pathOf', () => {
  it('is the address without its query', () => {
    expect(pathOf('/countries/CR?lang=es#x')).toBe('/countries/CR');
  });
});
