import { LANGUAGES, slug } from '../src/core/text.ts';
import { SEED_FILES, seedRows, seedText } from './seed-files.adapter.ts';

const BREAKDOWN_AXES = ['sex', 'mode', 'role', 'size'];
const regionCode = (place: string) =>
  place.startsWith('region:') ? `region:${slug(place.slice('region:'.length))}` : place;

describe('every word of the data is known', () => {
  it('knows every place', () => {
    const known = values('places', 'code');
    expect(
      unknown(
        [...values('program-countries', 'country_or_region'), ...values('results', 'country_or_region')].map(
          regionCode,
        ),
        known,
      ),
    ).toEqual([]);
    expect(unknown(values('transactions', 'country_or_region').map(regionCode), known)).toEqual([]);
    expect(unknown(values('organisations', 'country'), known)).toEqual([]);
    expect(
      unknown(
        values('places', 'countries').flatMap((countries) => countries.split(' ')),
        known,
      ),
    ).toEqual([]);
  });

  it('names a region by its own code', () => {
    for (const { code, kind, name } of seedRows('places')) {
      if (kind === 'region') expect(code).toBe(`region:${slug(name ?? '')}`);
      else expect(code).toMatch(/^[A-Z]{2}$/);
    }
  });

  it('knows every organisation, with the kind and country that the reference gives it', () => {
    const known = new Map(
      seedRows('organisations').map(({ name, kind, country }) => [name, [kind, country]]),
    );
    for (const { organisation, kind, country } of seedRows('program-organisations')) {
      expect([organisation, known.get(organisation)]).toEqual([organisation, [kind, country]]);
    }
    expect(
      unknown(
        [...values('transactions', 'provider'), ...values('transactions', 'receiver')],
        values('organisations', 'name'),
      ),
    ).toEqual([]);
  });

  it('knows every indicator, with the unit that the reference gives it', () => {
    const known = new Map(seedRows('indicators').map(({ indicator, unit }) => [indicator, unit]));
    for (const { indicator, unit } of seedRows('results'))
      expect([indicator, known.get(indicator)]).toEqual([indicator, unit]);
    expect(new Set(values('results', 'indicator'))).toEqual(new Set(known.keys()));
  });

  it('has a word for every axis and part of a breakdown, and for what is unknown', () => {
    const known = seedRows('terms').map(({ list, code }) => `${list}=${code}`);
    const parts = values('results', 'breakdown').flatMap((breakdown) => breakdown.split(';'));
    const used = parts
      .map((part) => part.replace(/:\d+$/, '').split('='))
      .map(([axis, part]) => `${axis}=${slug(part ?? '')}`);
    expect(unknown(used, known)).toEqual([]);
    expect(
      unknown(
        BREAKDOWN_AXES.flatMap((axis) => [`axis=${axis}`, `${axis}=unknown`]),
        known,
      ),
    ).toEqual([]);
  });

  it('has a word for every kind of organisation and unit of the organisation', () => {
    const known = seedRows('terms').map(({ list, code }) => `${list}=${code}`);
    expect(
      unknown(
        values('organisations', 'kind').map((kind) => `organisation-kind=${slug(kind)}`),
        known,
      ),
    ).toEqual([]);
    expect(
      unknown(
        values('programs', 'unit').map((unit) => `unit=${unit}`),
        known,
      ),
    ).toEqual([]);
  });

  it('knows every pillar', () => {
    expect(values('pillars', 'code')).toEqual([
      'democracy',
      'human-rights',
      'multidimensional-security',
      'integral-development',
    ]);
    expect(
      unknown(
        [...values('programs', 'pillar'), ...values('subscriptions', 'pillar')],
        values('pillars', 'code'),
      ),
    ).toEqual([]);
  });
});

describe('places', () => {
  const members = (day: string) =>
    seedRows('places').filter(
      ({ member_from: from, member_to: to }) =>
        from !== '' && (from ?? '') <= day && (to === '' || day < (to ?? '')),
    );
  const countriesOf = (code: string) =>
    seedRows('places')
      .find((place) => place.code === code)
      ?.countries?.split(' ') ?? [];

  it('has 35 member states when the sheets were written, and 34 since Nicaragua left', () => {
    expect(members('2017-06-30')).toHaveLength(35);
    expect(members('2023-11-18')).toHaveLength(35);
    expect(members('2023-11-19').map(({ code }) => code)).not.toContain('NI');
    expect(members('2023-11-19')).toHaveLength(34);
  });

  it('has the first fourteen members from the day the Charter came into force, and Guyana and Belize last', () => {
    expect(members('1951-12-12')).toEqual([]);
    expect(members('1951-12-13')).toHaveLength(14);
    expect(members('1991-01-07')).toHaveLength(33);
    expect(members('1991-01-08')).toHaveLength(35);
  });

  it('puts Barbados on the asset recovery network’s region, and the eight countries of the victims’ project on its own', () => {
    expect(countriesOf('region:caribbean-27-jurisdictions')).toContain('BB');
    const eight = seedRows('program-countries')
      .filter(({ program }) => program === 'VICT-CA')
      .map((row) => row.country_or_region);
    expect(countriesOf('region:central-america-and-dominican-republic')).toEqual([...eight].sort());
  });

  it('leaves open what the sheets do not name', () => {
    for (const region of [
      'oas-member-states',
      'americas-five-more-countries-not-named',
      'central-america-and-the-caribbean-11-states',
    ]) {
      expect(countriesOf(`region:${region}`)).toEqual(['']);
    }
  });
});

describe('the files themselves', () => {
  it.each(SEED_FILES)('%s: LF, no byte order mark, composed letters, no stray spaces', (file) => {
    const text = seedText(file);
    expect(text).not.toMatch(/\r|^\ufeff/);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).toBe(text.normalize('NFC'));
    const stray = seedRows(file)
      .flatMap((row) => Object.values(row))
      .filter((cell) => cell !== cell.trim() || / {2}/.test(cell));
    expect(stray).toEqual([]);
  });

  it('says that every amount and rate is made up', () => {
    for (const { illustrative, note } of seedRows('transactions')) {
      expect(illustrative).toBe('true');
      expect(note).toMatch(/^Illustrative amount, generated for demonstration: /);
    }
    expect(new Set(values('exchange-rates', 'source'))).toEqual(
      new Set(['illustrative rate for demonstration']),
    );
  });

  it('subscribes one demonstration reader in each language, at an address that reaches nobody', () => {
    const subscribers = seedRows('subscriptions');
    expect(subscribers.map(({ lang }) => lang)).toEqual(LANGUAGES);
    expect(new Set(subscribers.map(({ report }) => report))).toEqual(new Set(['portfolio']));
    expect(new Set(subscribers.map(({ paper }) => paper))).toEqual(new Set(['a4', 'letter']));
    for (const { email } of subscribers) expect(email).toMatch(/^[a-z]+@portfolio\.example$/);
  });
});

/** The values of a column, blanks left out. */
function values(file: (typeof SEED_FILES)[number], column: string): readonly string[] {
  return seedRows(file).flatMap((row) => row[column] || []);
}

function unknown(used: readonly string[], known: readonly string[]): readonly string[] {
  return used.filter((word) => !known.includes(word));
}
