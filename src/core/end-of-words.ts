/** Where to cut a text that may go up to `end`: never inside a word, if another ends in the last two thirds of what is left. */
export function endOfWords(text: string, end: number): number {
  const head = text.slice(0, end);
  const words = /^\s/.test(text.slice(end)) ? head : head.replace(/\S*$/u, '');
  const whole = words.replace(BETWEEN_WORDS, '');
  return whole.length * 3 >= end ? whole.length : head.trimEnd().length;
}

/** Signs after which more is expected. */
const BETWEEN_WORDS = /[\s,;:·(–—-]+$/u;
