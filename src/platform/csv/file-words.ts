import type { DomainError } from '../../core/errors.ts';
import { slug } from '../../core/text.ts';
import { closestWord, type Named, wordFinder } from '../../core/words.ts';
import type { Reading } from './reading.ts';
import { asWritten, quoted, refusal } from './refusal.ts';

/** More are counted, not listed. */
const MOST_LISTED = 20;

/**
 * The words of one file: what they say among known things, and which of them are new. One that is nearly a known one, or
 * nearly a new one that stands further up, is refused, unless `--create` says that it is another.
 */
export class FileWords {
  readonly reading: Reading;
  /** By what they are: the new ones by their code, as they were written first. */
  readonly #fresh = new Map<string, Map<string, string>>();

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /**
   * Reads what is called `what` in messages ("indicator"), from known ones. A known word is given as the data have it,
   * and stays as it is written where that says the same.
   */
  reader(what: string, known: readonly Named[]): (text: string) => string | DomainError {
    const find = wordFinder(known);
    const fresh = this.#freshOf(what);
    const read = (text: string, code: string): string | DomainError => {
      const found = find(text);
      if (found.is === 'known') return slug(found.word) === code ? text : found.word;
      if (found.is === 'several') return severalWords(what, text, found.words);
      if (code === '' || fresh.has(code)) return text;
      if (!this.reading.create) {
        if (found.is === 'near') return nearlyKnown(what, text, found.word, 'known');
        const near = closestWord(code, fresh.keys());
        if (near !== null) return nearlyKnown(what, text, fresh.get(near) ?? near, 'new in this file');
      }
      fresh.set(code, text);
      return text;
    };
    const answers = new Map<string, string | DomainError>();
    return (text) => {
      const before = answers.get(text);
      if (before !== undefined) return before;
      const answer = read(text, slug(text));
      answers.set(text, answer);
      return answer;
    };
  }

  /** What is new, by name. @example ['New indicators: "press notes", "radio spots".'] */
  notes(): readonly string[] {
    return [...this.#fresh].flatMap(([what, fresh]) => newOnes(what, [...fresh.values()]));
  }

  #freshOf(what: string): Map<string, string> {
    const fresh = this.#fresh.get(what) ?? new Map<string, string>();
    this.#fresh.set(what, fresh);
    return fresh;
  }
}

/** The sentence that names what a file brings. @example ['New region: "Andes".'] */
export function newOnes(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_LISTED;
  const listed = names.slice(0, MOST_LISTED).map(quoted).join(', ');
  return [
    `New ${names.length === 1 ? what : pluralOf(what)}: ${listed}${more > 0 ? ` and ${more} more` : ''}.`,
  ];
}

function pluralOf(what: string): string {
  if (what === 'axis') return 'axes';
  const [, thing, of = ''] = /^(\S+)( .*)?$/.exec(what) ?? [];
  return `${thing}s${of}`;
}

function nearlyKnown(what: string, text: string, word: string, is: string): DomainError {
  return refusal(
    'WORD.NEARLY_KNOWN',
    `There is no ${what} ${quoted(text)}, and ${quoted(word)} is ${is}.`,
    `Did you mean ${quoted(word)}? If it is another one, import with --create.`,
    asWritten(text, [word]),
  );
}

function severalWords(what: string, text: string, words: readonly string[]): DomainError {
  return refusal(
    'WORD.SEVERAL',
    `${quoted(text)} may be more than one ${what}.`,
    `Write the one that is meant: ${words.map(quoted).join(' or ')}.`,
    asWritten(text, words),
  );
}
