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

/** Where a language offers no choice ("Total", "{label}: {value}"), texts may be alike; a sentence may not. */
function isSentence(text: string): boolean {
  return (
    text
      .replace(/\{[^{}]*\}/g, '')
      .split(/\s+/)
      .filter((word) => /\p{L}{3}/u.test(word)).length > 3
  );
}

describe('messages', () => {
  it('are found', () => {
    expect(messages.length).toBeGreaterThan(150);
  });

  it.each(messages)('%s: every language has it, parses it and takes the same arguments', (_path, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...LANGUAGES].sort());
    const taken = LANGUAGES.map((language) => argumentsOf(parse(language, texts[language])));
    const selects = taken.flatMap((each) =>
      Object.entries(each).filter(([, kind]) => kind.startsWith('select')),
    );
    for (const each of taken) {
      // A language may choose by what another need not ("desde el" before a day): the rest is the same for all.
      expect({ ...Object.fromEntries(selects), ...each }).toEqual({
        ...Object.fromEntries(selects),
        ...taken[0],
      });
    }
  });

  it.each(messages)('%s: has every plural form of each language', (_path, texts) => {
    for (const language of LANGUAGES) {
      const needed = [...new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories].sort();
      for (const forms of pluralsOf(parse(language, texts[language])))
        expect({ language, forms }).toEqual({ language, forms: needed });
    }
  });

  it.each(messages)('%s: is translated, and set in typographic marks', (_path, texts) => {
    for (const language of LANGUAGES) {
      const text = texts[language];
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/['"]|\.\.\.|\u202f|\u2011/);
      if (language !== 'en' && isSentence(texts.en)) expect(text).not.toBe(texts.en);
    }
  });
});
