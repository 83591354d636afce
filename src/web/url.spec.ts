import { pageFrom, parametersOf, pathOf, withParameters } from './url.ts';

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

describe('pathOf', () => {
  it('is the address without its query', () => {
    expect(pathOf('/countries/CR?lang=es#x')).toBe('/countries/CR');
  });
});
