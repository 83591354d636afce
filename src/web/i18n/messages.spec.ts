import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language } from '../../core/text.ts';
import { LOCALES } from './locales.ts';

/** Every message of every area, found by walking the folder, so that a new file is tested from its first day. */
const folder = new URL('./messages/', import.meta.url);
const areas = await Promise.all(
  readdirSync(folder).map(async (file) => [file, await import(new URL(file, folder).href)] as const),
);
const messages = areas.flatMap(([file, area]) => messagesIn(area, file));

type Texts = Readonly<Record<Language, string>>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function messagesIn(value: unknown, path: string): readonly (readonly [string, Texts])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [[path, value as Texts]];
  return Object.entries(value).flatMap(([key, inner]) => messagesIn(inner, `${path} ${key}`));
}

function parse(language: Language, text: string): readonly Element[] {
  return new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true }).getAst();
}

/** The parser's numbers for what an element takes; a plural takes a number, and one language's `{n, number}` may be another's. */
const KINDS: Readonly<Record<number, string>> = { 1: 'text', 2: 'number', 5: 'select', 6: 'number' };
const PLURAL = 6;
const KNOWN = [...LANGUAGES].sort().join();

/** Each argument and what it takes: `{ count: 'number', quarter: 'select 1 2 3 4 other' }`. */
function argumentsOf(elements: readonly Element[]): Readonly<Record<string, string>> {
  const found = elements.map((element) => {
    const kind = KINDS[element.type];
    if (kind === undefined || !('value' in element)) return {};
    if (!('options' in element)) return { [element.value]: kind };
    const inner = Object.values(element.options).map((option) => argumentsOf(option.value));
    const keys = kind === 'select' ? Object.keys(element.options).sort() : [];
    return Object.assign({}, ...inner, { [element.value]: [kind, ...keys].join(' ') });
  });
  return Object.assign({}, ...found);
}

function pluralsOf(elements: readonly Element[]): readonly (readonly string[])[] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralsOf(option.value));
    return element.type === PLURAL ? [exactForms(Object.keys(element.options)), ...inner] : inner;
  });
}

/** `=0 {…}` says something of its own; it stands for no form of the language. */
function exactForms(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !key.startsWith('=')).sort();
}

/** Arguments of the one that the other does not take alike; by what a select chooses is each language's own matter. */
function differences(
  own: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  return names
    .filter((name) => own[name] !== other[name])
    .filter((name) => {
      const [kind, missing] = [
        own[name] ?? other[name],
        own[name] === undefined || other[name] === undefined,
      ];
      return !(missing && kind?.startsWith('select'));
    })
    .map((name) => `{${name}} is ${own[name] ?? 'not taken'}, in English ${other[name] ?? 'not taken'}`);
}

/** French sets a space before double signs, but in what is written as computers have it: `region:`, `Authorization:`. */
const CLOSE_SIGN = /[^\s:;!?[]([:;!?])(?=[\s}]|$)/;
const WRITTEN_SO = /\b(region|own|Authorization):|\bhttps?:/g;

/** One word for one thing within a language: what is not said here, though it means the same. */
const OTHER_WORDS: Partial<Readonly<Record<Language, RegExp>>> = {
  en: /\b[Oo]rganization|[Aa]uthorized/,
  pt: /[Dd]inheiro|\b[Gg]uardar\b/,
  fr: /bailleur/,
};

/** Where a language offers no choice ("Total", "{label}: {value}"), texts may be alike; a sentence may not. */
function isSentence(text: string): boolean {
  return (
    text
      .replace(/\{[^{}]*\}/g, '')
      .split(/\s+/)
      .filter((word) => /\p{L}{3}/u.test(word)).length > 3
  );
}

/** Every text of every message that `faultOf` finds fault with: all of them, so that one run shows all to be mended. */
function faults(faultOf: (language: Language, texts: Texts) => readonly string[]): readonly string[] {
  return messages.flatMap(([path, texts]) =>
    LANGUAGES.flatMap((language) => faultOf(language, texts).map((what) => `${path} (${language}): ${what}`)),
  );
}

describe('every message', () => {
  it('is found', () => {
    expect(messages.length).toBeGreaterThan(150);
  });

  it('is there in every language, and in no other', () => {
    const incomplete = messages.filter(([, texts]) => Object.keys(texts).sort().join() !== KNOWN);
    expect(incomplete.map(([path]) => path)).toEqual([]);
  });

  it('takes the same arguments in every language', () => {
    expect(
      faults((language, texts) => {
        // A language may choose by what another need not ("desde el" before a day): the rest is the same for all.
        const [own, english] = [language, 'en' as const].map((one) => argumentsOf(parse(one, texts[one])));
        return differences(own ?? {}, english ?? {});
      }),
    ).toEqual([]);
  });

  it('has every plural form of each language', () => {
    expect(
      faults((language, texts) => {
        const needed = [...new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories].sort();
        return pluralsOf(parse(language, texts[language]))
          .filter((forms) => forms.join() !== needed.join())
          .map((forms) => `has ${forms.join(', ')} of ${needed.join(', ')}`);
      }),
    ).toEqual([]);
  });

  it('is translated, and set in typographic marks', () => {
    expect(
      faults((language, texts) => {
        const text = texts[language];
        return [
          ...(text.trim() === text && text !== '' ? [] : ['is empty, or begins or ends with a space']),
          ...(/['"]|\.\.\.|\u202f|\u2011/.test(text) ? ['has a mark of a typewriter'] : []),
          ...(language === 'fr' && CLOSE_SIGN.test(text.replace(WRITTEN_SO, ''))
            ? ['has no space before a double sign']
            : []),
          ...(OTHER_WORDS[language]?.test(text) ? ['has another word than elsewhere'] : []),
          ...(language !== 'en' && isSentence(texts.en) && text === texts.en ? ['is English'] : []),
        ];
      }),
    ).toEqual([]);
  });
});
