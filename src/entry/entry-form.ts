import { ENTRY_KINDS, type EntryKind } from '../core/entry/submission.ts';
import type { Language } from '../core/text.ts';
import { LANGUAGES } from '../core/text.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../platform/csv/written-number.ts';
import { formats } from '../web/i18n/formats.ts';
import type { Cells } from './submissions.table.ts';

/** The columns of a kind as its form asks for them; all others stand further down, and translations last. */
const MAIN: Readonly<Record<EntryKind, readonly string[]>> = {
  results: [
    'program',
    'indicator',
    'kind',
    'country_or_region',
    'period_start',
    'period_end',
    'value',
    'qualifier',
    'breakdown',
    'sheet',
    'note',
  ],
  transactions: [
    'program',
    'type',
    'value_date',
    'amount',
    'currency',
    'provider',
    'receiver',
    'country_or_region',
    'note',
  ],
  narratives: ['program', 'country_or_region', 'section', 'period_start', 'period_end', 'text', 'sheet'],
  programs: ['code', 'title', 'status', 'parent', 'pillar', 'start', 'end', 'summary', 'objectives'],
  'program-countries': ['program', 'country_or_region', 'share'],
  'program-organisations': ['program', 'organisation', 'role'],
  organisations: ['name', 'kind', 'country'],
  indicators: [
    'indicator',
    'unit',
    'measure',
    'combine_time',
    'combine_place',
    'people',
    'reports_every',
    'evidence_required',
  ],
};

/** What stands among the first fields of a correction, and is no matter of most new rows. */
const OF_CORRECTIONS = ['status', 'reason'];

/** What is written in several lines. */
export const LONG_TEXTS: readonly string[] = ['summary', 'objectives', 'beneficiaries', 'note', 'text'];

/** Where names are suggested while one is typed, by the filter that suggests the same. */
export const SUGGESTED: Readonly<Record<string, 'program' | 'indicator' | 'country' | 'donor'>> = {
  program: 'program',
  parent: 'program',
  indicator: 'indicator',
  country_or_region: 'country',
  provider: 'donor',
};

export interface FormColumns {
  readonly main: readonly string[];
  readonly more: readonly string[];
  readonly translations: readonly {
    readonly column: string;
    readonly of: string;
    readonly language: Language;
  }[];
}

/**
 * What a form asks for, in order. A text is asked for in the language of its reader; in others it is a translation.
 *
 * @param corrects a row that is there
 */
export function formColumns(
  { name, columns }: ImportKind,
  corrects: boolean,
  reader: Language = 'en',
): FormColumns {
  const texts = Object.keys(columns.anyOf ?? {});
  const own = (column: string) => (texts.includes(column) ? inLanguage(column, reader) : column);
  const main = MAIN[name as EntryKind].map(own);
  const translations = texts.flatMap((of) =>
    LANGUAGES.filter((language) => language !== reader).map((language) => ({
      column: inLanguage(of, language),
      of,
      language,
    })),
  );
  const corrections = OF_CORRECTIONS.filter(
    (column) => columns.known.includes(column) && !main.includes(column),
  ).toReversed();
  const first = corrects ? [...main, ...corrections] : main;
  const placed = new Set([...first, ...translations.map(({ column }) => column)]);
  // A figure that is corrected keeps the key that it has; one that is new is not withdrawn.
  const hidden = corrects ? 'ref' : corrections.find((column) => column === 'status');
  return {
    main: first,
    more: columns.known.filter((column) => !placed.has(column) && column !== hidden),
    translations,
  };
}

/** The column of a text in a language. */
export function inLanguage(of: string, language: Language): string {
  return language === 'en' ? of : `${of}_${language}`;
}

/** The text that a column is of, and in which language; null: it is no text with translations. */
export function textOf(
  { columns }: ImportKind,
  column: string,
): { readonly of: string; readonly language: Language } | null {
  for (const text of Object.keys(columns.anyOf ?? {})) {
    const language = LANGUAGES.find((each) => inLanguage(text, each) === column);
    if (language !== undefined) return { of: text, language };
  }
  return null;
}

/** The kind that an address names; null: there is none such. */
export function entryKind(name: string): EntryKind | null {
  return ENTRY_KINDS.find((kind) => kind === name) ?? null;
}

/** How fields of a form are called: their columns, apart from what else it sends. */
const CELL = 'cell-';

export function fieldName(column: string): string {
  return `${CELL}${column}`;
}

/** Rows of a breakdown that a form has room for. */
export const MOST_PARTS = 12;
const AXIS = (index: number) => `part-${index}-axis`;
const PART = (index: number) => `part-${index}-part`;
const NUMBER = (index: number) => `part-${index}-number`;
export const partFields = (index: number) => ({
  axis: AXIS(index),
  part: PART(index),
  number: NUMBER(index),
});

export interface TypedPart {
  readonly axis: string;
  readonly part: string;
  readonly number: string;
}

/** The cells that a form sends; a breakdown that was typed part by part is one cell. */
export function cellsOf({ columns }: ImportKind, body: Readonly<Record<string, string>>): Cells {
  const cells = Object.fromEntries(
    columns.known.flatMap((column) => {
      const typed = body[fieldName(column)];
      // Browsers end lines as the network does, files of ours as text does.
      return typed === undefined ? [] : [[column, typed.replace(/\r\n?/g, '\n').trim()]];
    }),
  );
  const hasParts = Object.keys(body).some((name) => /^part-\d+-axis$/.test(name));
  return hasParts ? { ...cells, breakdown: breakdownOf(body) } : cells;
}

function breakdownOf(body: Readonly<Record<string, string>>): string {
  const typed = Array.from({ length: MOST_PARTS }, (_, index): TypedPart => {
    const at = (name: string) => body[name]?.trim() ?? '';
    return { axis: at(AXIS(index)), part: at(PART(index)), number: at(NUMBER(index)) };
  });
  return typed
    .filter(({ axis, part, number }) => axis !== '' || part !== '' || number !== '')
    .map(({ axis, part, number }) => `${axis}=${part}${number === '' ? '' : `:${number}`}`)
    .join(';');
}

/**
 * A breakdown as it is typed part by part.
 *
 * @example partsIn('sex=female:7;sex=male:15') // [{ axis: 'sex', part: 'female', number: '7' }, …]
 */
export function partsIn(breakdown: string): readonly TypedPart[] {
  return breakdown
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [, axis = each, part = '', number = ''] = /^([^=]*)=([^:]*)(?::(.*))?$/s.exec(each) ?? [];
      return { axis: axis.trim(), part: part.trim(), number: number.trim() };
    });
}

/** Which sign stands before decimals where that language is read. */
export function decimalIn(language: Language): DecimalSign {
  const written = new Intl.NumberFormat(formats(language).locale).formatToParts(1.5);
  const sign = written.find(({ type }) => type === 'decimal')?.value;
  return sign === ',' ? DECIMAL_SIGNS[0] : DECIMAL_SIGNS[1];
}

/** Columns in which a number stands, or several. */
const NUMBERS: readonly string[] = [
  'value',
  'denominator',
  'baseline',
  'baseline_denominator',
  'amount',
  'share',
  'pillar',
  'breakdown',
];

/** Cells as files have them, with a point before decimals, as a reader types them. */
export function cellsWithSign(cells: Cells, sign: DecimalSign): Cells {
  if (sign === 'point') return cells;
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [
      column,
      NUMBERS.includes(column) ? cell.replace(/(\d)\.(\d)/g, '$1,$2') : cell,
    ]),
  );
}

/** Cells that were typed with one sign before decimals, as a reader types them who writes the other. */
export function cellsInSign(cells: Cells, from: DecimalSign | null, to: DecimalSign): Cells {
  if (from === null || from === to) return cells;
  const plain = (cell: string) =>
    from === 'comma'
      ? cell.replace(/(\d)\.(?=\d{3})/g, '$1').replace(/(\d),(?=\d)/g, '$1.')
      : cell.replace(/(\d),(?=\d{3})/g, '$1');
  const pointed = Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, NUMBERS.includes(column) ? plain(cell) : cell]),
  );
  return cellsWithSign(pointed, to);
}

/** The row that is typed after another: of the same programme, indicator and place, and one period on. */
export function nextCells(cells: Cells): Cells {
  const kept = Object.entries(cells).filter(([column]) => KEPT.includes(column));
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(cells.period_end ?? '') ?? [];
  const isMonth = cells.period_start === cells.period_end && year !== undefined;
  const next = isMonth ? new Date(Date.UTC(Number(year), Number(month), 1)).toISOString().slice(0, 7) : '';
  return { ...Object.fromEntries(kept), ...(isMonth && { period_start: next, period_end: next }) };
}

const KEPT = [
  'program',
  'indicator',
  'kind',
  'country_or_region',
  'sheet',
  'type',
  'currency',
  'provider',
  'receiver',
  'organisation',
];
