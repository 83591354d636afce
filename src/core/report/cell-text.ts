/** What spreadsheets pass over before they look at how a text begins: white space, control and invisible characters. */
const UNSEEN = '[\\s\\p{Cc}\\p{Cf}]*';
/** Begins a formula, also in its full width, which some spreadsheets read as the plain sign. */
const SIGN = '[=+\\-@＝＋－＠]';
const STARTS_A_FORMULA = new RegExp(`^(?:[\\t\\r\\n]|${UNSEEN}${SIGN})`, 'u');
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A text as it may stand in a cell of CSV or XLSX. One that a spreadsheet would run as a formula gets a leading
 * apostrophe, which makes it text; a plain number stays one (OWASP, "CSV Injection").
 *
 * @example cellText('=1+1') // "'=1+1"
 * @example cellText('-12.5') // '-12.5'
 */
export function cellText(text: string): string {
  return STARTS_A_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
