import { type InEachLanguage, inEachLanguage, LANGUAGES, type Language, slug } from '../src/core/text.ts';
import type { SeedRow } from './demo-amounts.ts';
import { readTable, seedRows } from './seed-files.adapter.ts';

/** How many facts each programme's pages state that no figure and no list of the seeds holds. */
const LOST_WORDS = {
  'NET-PREV': 26,
  'NET-POL': 29,
  'MIG-MESO': 19,
  'VICT-CA': 23,
  AEO: 31,
  AVSEC: 13,
  'AVSEC-BB': 7,
  TOUR: 5,
  'TOUR-AG': 19,
  'TOUR-CR': 16,
  ARIN: 33,
  YOUTH: 25,
  R1540: 24,
  MAR: 16,
  'MAR-CR': 10,
  'MAR-CL': 8,
  'CARGO-CL': 22,
} as const;

const SECTIONS = ['background', 'approach', 'result', 'next', 'partners', 'groups'];

/** The sheets by the names that results have them by; a text that stands on several names them in this order. */
const SHEETS: readonly InEachLanguage<string>[] = [
  { en: 'Antigua and Barbuda', es: 'Antigua y Barbuda', pt: 'Antígua e Barbuda', fr: 'Antigua-et-Barbuda' },
  { en: 'Barbados', es: 'Barbados', pt: 'Barbados', fr: 'Barbade' },
  { en: 'Chile', es: 'Chile', pt: 'Chile', fr: 'Chili' },
  { en: 'Costa Rica', es: 'Costa Rica', pt: 'Costa Rica', fr: 'Costa Rica' },
  {
    en: 'Dominican Republic',
    es: 'República Dominicana',
    pt: 'República Dominicana',
    fr: 'République dominicaine',
  },
  { en: 'Paraguay', es: 'Paraguay', pt: 'Paraguai', fr: 'Paraguay' },
];
const ALL_SHEETS: InEachLanguage<string> = {
  en: 'all five',
  es: 'las cinco',
  pt: 'todas as cinco',
  fr: 'les cinq',
};

const narratives = readTable('narratives');
const results = seedRows('results');

describe('the lost words', () => {
  const lost = readTable('lost-words');

  it('are 326 facts, each of them once', () => {
    const facts = Object.entries(LOST_WORDS).flatMap(([program, count]) =>
      Array.from({ length: count }, (_, index) => `${program}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(facts).toHaveLength(326);
    expect(lost.map(({ fact }) => fact)).toEqual(facts);
  });

  it('are each held by a text of their own programme, and every text holds one', () => {
    const programOf = new Map(narratives.map(({ ref, program }) => [ref, program]));
    const astray = lost.filter(({ fact, ref }) => programOf.get(ref ?? '') !== fact?.replace(/-\d\d$/, ''));
    expect(astray).toEqual([]);
    expect(new Set(lost.map(({ ref }) => ref))).toEqual(new Set(narratives.map(({ ref }) => ref)));
  });
});

describe('a text beside figures', () => {
  it('has a key of its own, a programme, a known section and a place where the programme runs', () => {
    expect(new Set(narratives.map(({ ref }) => ref)).size).toBe(narratives.length);
    const programs = new Set(seedRows('programs').map(({ code }) => code));
    const runs = new Set(
      seedRows('program-countries').map((row) => `${row.program} ${row.country_or_region}`),
    );
    const wrong = narratives.filter(
      (row) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.ref ?? '') ||
        !programs.has(row.program) ||
        !SECTIONS.includes(row.section ?? '') ||
        (row.country_or_region !== '' && !runs.has(`${row.program} ${row.country_or_region}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('stands once for its programme, section, place, sheet, period and readers', () => {
    const keys = narratives.map((row) =>
      ['program', 'section', 'country_or_region', 'sheet', 'period_end', 'text_for']
        .map((column) => row[column])
        .join(' | '),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('is in four languages, each with the same figures, references, paragraphs and points', () => {
    const shapes = (text: string) => ({
      figures: (text.match(/\d+/g) ?? []).sort(),
      references: referencesOf(text).sort(),
      lines: text
        .split('\n')
        .map((line) => (line === '' ? 'blank' : line.startsWith('- ') ? 'point' : 'line')),
    });
    for (const row of narratives) {
      const text = inLanguages(row, 'text');
      for (const language of LANGUAGES) {
        expect(text[language]).not.toBe('');
        expect({ ref: row.ref, ...shapes(text[language]) }).toEqual({ ref: row.ref, ...shapes(text.en) });
      }
      expect(new Set(Object.values(text)).size).toBe(LANGUAGES.length);
    }
  });

  it('is about a period that ends by the state that the sheets describe, or about none', () => {
    const wrong = narratives.filter(({ period_start: from, period_end: to, date_precision: precision }) =>
      precision === 'none'
        ? from !== '' || to !== ''
        : !['day', 'year'].includes(precision ?? '') ||
          !/^2017-(02-08|06-\d\d)$|^2016-11-16$/.test(to ?? '') ||
          (to ?? '') > '2017-06-30' ||
          (from ?? '') > (to ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('names the sheet that it stands on by the name that results have it by', () => {
    for (const row of narratives) {
      const sheet = inLanguages(row, 'sheet');
      if (sheet.en === ALL_SHEETS.en) {
        expect(sheet).toEqual(ALL_SHEETS);
        continue;
      }
      const named = SHEETS.filter(({ en }) => sheet.en.split(', ').includes(en));
      expect(named.length).toBeGreaterThan(0);
      expect(sheet).toEqual(inEachLanguage((language) => named.map((each) => each[language]).join(', ')));
    }
    const known = new Set(SHEETS.map(({ en }) => en));
    const ofResults = results.flatMap(({ sheet = '' }) => (sheet === ALL_SHEETS.en ? [] : sheet.split(', ')));
    expect(ofResults.filter((sheet) => !known.has(sheet))).toEqual([]);
  });

  it('refers to figures that are there: one row of results for its programme and place', () => {
    const indicators = new Set(seedRows('indicators').map(({ indicator }) => slug(indicator ?? '')));
    const referring = narratives.flatMap((row) =>
      referencesOf(row.text ?? '').map((reference) => ({ row, reference })),
    );
    expect(referring.length).toBeGreaterThan(5);
    for (const { row, reference } of referring) {
      const [code = '', kind = 'actual'] = reference.split(' ');
      expect([reference, indicators.has(code), ['actual', 'target'].includes(kind)]).toEqual([
        reference,
        true,
        true,
      ]);
      const figures = results.filter(
        (result) =>
          result.program === row.program &&
          slug(result.indicator ?? '') === code &&
          result.kind === kind &&
          (row.country_or_region === '' || result.country_or_region === row.country_or_region),
      );
      expect([row.ref, reference, figures.length]).toEqual([row.ref, reference, 1]);
    }
  });

  it('types out no figure that is a result of its programme', () => {
    const typed = narratives.flatMap((row) => {
      const values = new Set(
        results.filter(({ program }) => program === row.program).map(({ value }) => value),
      );
      // Days of a month are none.
      const text = (row.text ?? '').replace(/\b\d{1,2} (and \w+ \d{1,2} )?[A-Z][a-z]+ \d{4}/g, '');
      return (text.match(/\d+/g) ?? [])
        .filter((figure) => values.has(figure))
        .map((figure) => [row.ref, figure]);
    });
    expect(typed).toEqual([]);
  });

  it('says whose it is where several fund its programme, and names none of them to all', () => {
    const of = (program: string) =>
      seedRows('program-organisations').filter(
        (row) => row.program === program && (row.role === 'funding' || row.kind === 'university'),
      );
    const shared = narratives.filter(({ program = '' }) => of(program).length > 1);
    expect(shared.map(({ program }) => program)).toContain('NET-POL');
    for (const row of shared) {
      expect(row.text_for).toMatch(/^(everybody|organisation)$/);
      expect(row.sheet_for).toBe('everybody');
      const names = of(row.program ?? '').map(({ organisation = '' }) => organisation);
      const named = names.filter((name) =>
        LANGUAGES.some((language) => textIn(row, language).includes(name)),
      );
      expect([row.ref, named.length > 0]).toEqual([row.ref, row.text_for === 'organisation']);
    }
  });
});

describe('typography of the texts', () => {
  const texts = narratives.flatMap((row) =>
    LANGUAGES.map((language) => ({ ref: row.ref, language, text: textIn(row, language) })),
  );

  it('has typographic apostrophes and quotation marks, and no stray spaces', () => {
    const wrong = ({ text }: { readonly text: string }) =>
      /['"]| {2}|\n{3}|[ \u00a0]\n|\n /.test(text) || text !== text.trim() || text !== text.normalize('NFC');
    expect(texts.filter(wrong)).toEqual([]);
  });

  it('quotes as each language does', () => {
    const marks: InEachLanguage<RegExp> = { en: /[«»]/, es: /[“”]/, pt: /[«»]/, fr: /[“”]|«(?!\u00a0)/ };
    expect(texts.filter(({ language, text }) => marks[language].test(text))).toEqual([]);
  });

  it('has a no-break space before ; : ! ? % in French, and none in the other languages', () => {
    const wrong = { fr: /(?<!\u00a0)[;:!?%»]/, other: /\s[;:!?%]|[\u00a0\u202f]/ };
    expect(
      texts.filter(({ language, text }) => (language === 'fr' ? wrong.fr : wrong.other).test(text)),
    ).toEqual([]);
  });

  it('writes English as in Britain, Portuguese as in Brazil, and the organisation by its name in each language', () => {
    const wrong: InEachLanguage<RegExp> = {
      en: /\b(program|organiz(?!ation of American|ation \(|ation,)|labor|center)\b/,
      es: /\b(OAS|IOM|UNHCR|AEO|DPS|ICAO|ECLAC|CFATF|ISPS)\b/,
      pt: /\b(OAS|IOM|UNHCR|AEO|DPS|ICAO|ECLAC|CFATF)\b|\b(registo|equipa\b|planeamento|projecto|actividade|ecrã)/i,
      fr: /\b(OAS|IOM|UNHCR|AEO|DPS|ICAO|ECLAC|CFATF|RCMP)\b/,
    };
    expect(texts.filter(({ language, text }) => wrong[language].test(text))).toEqual([]);
  });
});

function textIn(row: SeedRow, language: Language): string {
  return inLanguages(row, 'text')[language];
}

function inLanguages(row: SeedRow, column: string): InEachLanguage<string> {
  return inEachLanguage((language) => row[language === 'en' ? column : `${column}_${language}`] ?? '');
}

/** What stands in brackets: `indicator-code` or `indicator-code target`. */
function referencesOf(text: string): string[] {
  return [...text.matchAll(/\[([^\]]*)\]/g)].map(([, reference = '']) => reference);
}
