import { type InEachLanguage, inEachLanguage, LANGUAGES, type Language } from '../src/core/text.ts';
import type { SeedRow } from './demo-amounts.ts';
import { SEED_FILES, seedRows } from './seed-files.adapter.ts';

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

type Cell = InEachLanguage<string> & { readonly where: string };

const cells = SEED_FILES.flatMap((file) =>
  seedRows(file).flatMap((row, index) => cellsOf(`${file}:${index + 2}`, row)),
);

describe('translations of the seeds', () => {
  it('are there for programmes, results, names and words', () => {
    const columns = new Set(cells.map(({ where }) => where.replace(/:\d+/, '')));
    for (const column of [
      'pillars name',
      'places name',
      'organisations name',
      'indicators indicator',
      'indicators unit',
      'terms label',
      'programs title',
      'programs summary',
      'programs objectives',
      'programs beneficiaries',
      'programs note',
      'results note',
      'results sheet',
      'transactions note',
    ]) {
      expect(columns).toContain(column);
    }
  });

  it('are filled where the English is, and empty where it is empty', () => {
    const uneven = cells.filter((cell) =>
      TRANSLATED.some((language) => (cell[language] === '') !== (cell.en === '')),
    );
    expect(uneven).toEqual([]);
  });

  it('are not the English left standing', () => {
    const sentences = cells.filter(({ en }) => en.split(' ').length > 3);
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((cell) => TRANSLATED.some((language) => cell[language] === cell.en))).toEqual([]);
    expect(sentences.filter(({ where, es, pt }) => es === pt && !where.endsWith(' sheet'))).toEqual([]);
  });

  it('say the same figures as the English', () => {
    const different = cells.filter((cell) =>
      TRANSLATED.some((language) => figures(cell[language]) !== figures(cell.en)),
    );
    expect(different).toEqual([]);
  });

  it('have a summary and objectives for every programme', () => {
    const written = cells.filter(
      ({ where, en }) => /^programs:\d+ (summary|objectives)$/.test(where) && en !== '',
    );
    expect(written).toHaveLength(2 * 17);
  });
});

describe('typography', () => {
  const texts = cells.flatMap((cell) =>
    TRANSLATED.map((language) => ({ where: cell.where, language, text: cell[language] })),
  );

  it('has typographic apostrophes and quotation marks in every translation', () => {
    expect(texts.filter(({ text }) => /['"]/.test(text))).toEqual([]);
  });

  it('has a no-break space before ; : ! ? % in French, and none in the other languages', () => {
    const french = texts.filter(({ language }) => language === 'fr');
    expect(french.filter(({ text }) => /(?<!\u00a0)[;:!?%]/.test(text))).toEqual([]);
    const others = texts.filter(({ language }) => language !== 'fr');
    expect(others.filter(({ text }) => /\s[;:!?%]|[\u00a0\u202f]/.test(text))).toEqual([]);
  });

  it('writes Portuguese as in Brazil, and the organisation by its name in each language', () => {
    const portuguese = texts.filter(({ language }) => language === 'pt');
    expect(
      portuguese.filter(({ text }) => /\b(registo|equipa|planeamento|projecto|actividade|ecrã)/i.test(text)),
    ).toEqual([]);
    expect(texts.filter(({ text }) => /\b(OAS|IOM|UNHCR|AEO)\b/.test(text))).toEqual([]);
  });
});

function cellsOf(row: string, columns: SeedRow): readonly Cell[] {
  return Object.keys(columns)
    .filter((column) => TRANSLATED.some((language) => `${column}_${language}` in columns))
    .map((column) => {
      const inLanguage = (language: Language) =>
        columns[language === 'en' ? column : `${column}_${language}`] ?? '';
      return { where: `${row} ${column}`, ...inEachLanguage(inLanguage) };
    });
}

/** All numbers of a text, sorted, each without its thousands separators: "200,000", "200.000" and "200 000" are one. */
function figures(text: string): string {
  const plain = text.replace(/(?<=\d)[.,\u00a0](?=\d{3}(?!\d))/g, '');
  return (plain.match(/\d+/g) ?? []).sort().join(' ');
}
