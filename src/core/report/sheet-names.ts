/** As long as spreadsheets let a name be. */
const LONGEST = 31;
/** What no spreadsheet takes in the name of a sheet. */
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;

/**
 * Names for sheets, in the order given: no longer than 31 characters, without `[]:*?/\`, and each another's, whatever
 * its case.
 *
 * @example sheetNames(['Results: by year', 'results  by year']) // ['Results by year', 'results by year (2)']
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      // An apostrophe at either end would be read as a quotation mark.
      .replace(/^[\s']+|[\s']+$/g, '');
    for (let nth = 1; ; nth += 1) {
      const ending = nth === 1 ? '' : ` (${nth})`;
      const free = `${cut(plain === '' ? '–' : plain, LONGEST - ending.length)}${ending}`;
      if (taken.has(free.toLowerCase())) continue;
      taken.add(free.toLowerCase());
      return free;
    }
  });
}

/** Counts as spreadsheets do, in UTF-16 units, and cuts no letter in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length >= longest) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
