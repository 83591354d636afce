/** What a typed code is among known ones. */
export interface Spelling {
  readonly isKnown: boolean;
  /** The same but for capitals. */
  readonly near: string | null;
  /** The first of those that are known, one more than `SOME_KNOWN` where there are more. */
  readonly some: readonly string[];
}

/** So many codes are named to whoever typed one that is not known. */
export const SOME_KNOWN = 6;

/** @example spellingAmong(['CR', 'HN'], 'cr') // { isKnown: false, near: 'CR', some: ['CR', 'HN'] } */
export function spellingAmong(known: readonly string[], typed: string): Spelling {
  return {
    isKnown: known.includes(typed),
    near: known.find((each) => each.toLowerCase() === typed.toLowerCase()) ?? null,
    some: known.slice(0, SOME_KNOWN + 1),
  };
}
