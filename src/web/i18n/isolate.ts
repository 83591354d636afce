/** Letters of the scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name as it may stand inside a sentence of ours. One that runs from right to left stands between U+2068 and U+2069:
 * without them it would draw the number beside it to its other side.
 *
 * @example isolated('Costa Rica') // 'Costa Rica'
 * @example isolated('\u0645\u0635\u0631') // '\u2068\u0645\u0635\u0631\u2069'
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
