import type { InEachLanguage } from '../../core/text.ts';

export type MessageArgs = Readonly<Record<string, string | number>>;
export type NoArgs = Readonly<Record<never, never>>;

declare const args: unique symbol;

/** A sentence of ours in every language, in ICU message syntax, that takes `Args`. */
export interface Message<Args extends MessageArgs = NoArgs> extends InEachLanguage<string> {
  /** For the compiler only: what the sentence takes. */
  readonly [args]?: (values: Args) => void;
}

/**
 * A message, its languages side by side. Arguments are written text, or numbers inside `{n, number}` and `{n, plural, …}`.
 * Apostrophes and quotation marks are typographic: ICU reads the straight apostrophe as an escape.
 *
 * @example
 * const rows = message<{ count: number }>({
 *   en: '{count, plural, one {# row} other {# rows}}',
 *   es: '{count, plural, one {# fila} many {# de filas} other {# filas}}',
 *   …
 * })
 */
export function message<Args extends MessageArgs = NoArgs>(texts: InEachLanguage<string>): Message<Args> {
  return texts;
}
