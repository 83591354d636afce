/** What a cell that holds a number shows, by the format that it has. */
export type NumberKind = 'number' | 'percentage' | 'day' | 'month' | 'year' | 'time';

/** Formats that every spreadsheet has without writing them down (ISO/IEC 29500-1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  [9, 'percentage'],
  [10, 'percentage'],
  [14, 'day'],
  [15, 'day'],
  [16, 'day'],
  [17, 'month'],
  [18, 'time'],
  [19, 'time'],
  [20, 'time'],
  [21, 'time'],
  [22, 'day'],
  [45, 'time'],
  [46, 'time'],
  [47, 'time'],
  // Days in the calendars of East Asia.
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
]);

/** What a number format makes of a number; `code` as the workbook writes it, undefined for one that it does not. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number';
  // The form for numbers above zero, without literal text, colours and languages.
  const [form = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const bare = form.replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '');
  if (bare.includes('%')) return 'percentage';
  if (/general/i.test(bare)) return 'number';
  const has = (letter: string) => new RegExp(letter, 'i').test(bare);
  if (has('d')) return 'day';
  if (has('h') || has('s')) return has('y') ? 'day' : 'time';
  if (has('y')) return has('m') ? 'month' : 'year';
  return has('m') ? 'month' : 'number';
}

const DAY_MS = 86_400_000;
/** Spreadsheets take 1900 for a leap year; from its March on the days agree. */
const FIRST_DAY = 61;
/** The last day of 2999. */
const LAST_DAY = 401_768;

/**
 * What a number says in a cell with such a format, as text: a percentage with its sign, a day as 2017-06-30, a month
 * that shows no day as 2017-06; else the number, to the fifteen digits that spreadsheets show.
 *
 * @example shownNumber('0.45', 'percentage', false) // '45%'
 * @example shownNumber('42916', 'day', false) // '2017-06-30'
 */
export function shownNumber(text: string, kind: NumberKind, since1904: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (kind === 'number') return plain(value);
  if (kind === 'percentage') return `${plain(value * 100)}%`;
  const serial = value + (since1904 ? 1_462 : 0);
  if (kind === 'time' ? serial >= 1 : serial < FIRST_DAY) return plain(value);
  if (serial > LAST_DAY) return plain(value);
  const moment = new Date(Math.round(((serial - 25_569) * DAY_MS) / 1000) * 1000).toISOString();
  const [day = '', time = ''] = moment.slice(0, 19).split('T');
  if (kind === 'time') return time;
  if (kind === 'month') return day.slice(0, 7);
  if (kind === 'year') return day.slice(0, 4);
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** In plain notation, without what only the binary form of a number adds. */
function plain(value: number): string {
  const shown = Number(value.toPrecision(15));
  const text = String(shown);
  if (!text.includes('e')) return text;
  const [digits = '', exponent = ''] = text.split('e');
  const power = Number(exponent);
  const decimals = (digits.split('.')[1] ?? '').length;
  return power > 0 ? BigInt(shown).toString() : shown.toFixed(Math.min(100, decimals - power));
}
