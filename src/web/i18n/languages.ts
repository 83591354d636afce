import { LANGUAGES, type Language } from '../../core/text.ts';
import { message } from './message.ts';
import { translator } from './translator.ts';

/** What stands after a text that lacks both the reader's language and English. */
const IN = {
  en: message({ en: 'in English', es: 'en inglés', pt: 'em inglês', fr: 'en anglais' }),
  es: message({ en: 'in Spanish', es: 'en español', pt: 'em espanhol', fr: 'en espagnol' }),
  pt: message({ en: 'in Portuguese', es: 'en portugués', pt: 'em português', fr: 'en portugais' }),
  fr: message({ en: 'in French', es: 'en francés', pt: 'em francês', fr: 'en français' }),
} as const satisfies Readonly<Record<Language, unknown>>;

/**
 * What is said beside a text that is not in its reader's language; null: nothing, as `markedLanguage` has it.
 *
 * @example languageMark('es', 'en') // 'in Spanish'
 */
export function languageMark(is: Language, reader: Language): string | null {
  return is === reader || is === 'en' ? null : translator(reader)(IN[is]);
}

/**
 * A text with the language that it is in, in the reader's words. One that is in English is not marked: English is what
 * every reader of the service expects where a translation is wanting.
 *
 * @example markedLanguage('Personas cooperantes', 'es', 'en') // 'Personas cooperantes (in Spanish)'
 */
export function markedLanguage(text: string, is: Language, reader: Language): string {
  const mark = languageMark(is, reader);
  return mark === null ? text : `${text} (${mark})`;
}

const LANGUAGE_OF = new Map(
  LANGUAGES.flatMap((is) => LANGUAGES.map((reader) => [translator(reader)(IN[is]), is] as const)),
);
const MARK = new RegExp(`^(.*\\S) \\((${[...LANGUAGE_OF.keys()].join('|')})\\)(\\s?:.*)?$`, 's');

/** A piece of what is shown; `language`: what it is in, where that is said after it. */
export interface SaidPiece {
  readonly text: string;
  readonly language: Language | null;
}

/**
 * Words of a page, taken apart where they say that a name in them is in another language: for its `lang`, by which a
 * browser reads it out.
 *
 * @example piecesOf('Guardia (in Spanish) · Chile')
 *   // [{ text: 'Guardia', language: 'es' }, { text: ' (in Spanish) · Chile', language: null }]
 */
export function piecesOf(words: string): readonly SaidPiece[] {
  const pieces: { text: string; language: Language | null }[] = [];
  const add = (text: string, language: Language | null) => {
    const last = pieces.at(-1);
    if (language === null && last?.language === null) last.text += text;
    else pieces.push({ text, language });
  };
  for (const [index, part] of words.split(BETWEEN).entries()) {
    if (index > 0) add(BETWEEN, null);
    const [, name, mark, rest = ''] = MARK.exec(part) ?? [];
    if (name === undefined || mark === undefined) add(part, null);
    else {
      add(name, LANGUAGE_OF.get(mark) ?? null);
      add(` (${mark})${rest}`, null);
    }
  }
  return pieces;
}

/** What stands between the names of one line. */
const BETWEEN = ' · ';
