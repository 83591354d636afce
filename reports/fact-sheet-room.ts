import type { Block, BlockRow } from '../src/core/report/block.ts';
import type { Paper } from '../src/core/report/paper.ts';
import { firstSentence, sentencesIn, shortText } from '../src/web/short-text.ts';
import type { SheetField, SheetProgram } from './country-fact-sheet.report.tsx';
import type { Lengths } from './sheet-pages.ts';
import { heightOf, NAME, roomOn, SHEET_WIDTH, STRONG, spanHeight, TEXT, tableHeight } from './sheet-room.ts';

/** A programme as it stands on a sheet, never higher than one. */
export interface ShownProgram {
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  /** Key facts, in the narrow column. */
  readonly facts: readonly ShownField[];
  /** What it says of itself, beside these. */
  readonly words: readonly ShownField[];
  readonly results: Block;
  readonly targets: Block;
  readonly more: readonly ShownField[];
  /** Of something there is more than is said here. */
  readonly isShortened: boolean;
  /** It goes on over the end of its page. */
  readonly flows?: boolean;
  /** In pixels of CSS. */
  readonly height: number;
}

export interface ShownField {
  readonly id: string;
  readonly label: string;
  readonly values: SheetField['values'];
}

const FACTS: readonly string[] = ['pillar', 'dates', 'donors', 'places', 'beneficiaries'];
const WORDS: readonly string[] = ['summary', 'objectives', 'note'];
const SHORT_WORDS: readonly string[] = ['summary', 'objectives'];
/** As long as a title may be. */
const TITLE = 320;
/** A sentence is shown whole up to so many letters, however little room there is. */
const LONGEST_SENTENCE = 320;
/** What else is known stands below the figures, where a line holds more of it. */
const MORE: readonly string[] = ['link', 'organisations', 'unit', 'identifier', 'not-shown'];

/** Of a page, with the heading above the first of them (fact-sheet.css.ts). */
const HEADING = 58;
export const PROGRAM_GAP = 34;
/** What programmes may take of a sheet of a paper. */
export function programsRoom(paper: Paper): number {
  return roomOn(paper) - HEADING;
}
/** The columns of an entry. */
export const FACTS_WIDTH = 176;
const BETWEEN = 26;
function wordsWidth(paper: Paper): number {
  return SHEET_WIDTH[paper] - FACTS_WIDTH - BETWEEN;
}
/** Of the tables of results: what and where, how much, of what kind, and when. */
export const RESULT_SHARES = [0.28, 0.14, 0.31, 0.27] as const;

/** How much is said: so many rows, letters of a text, letters of a fact, and of what else is known. */
interface Measure {
  readonly rows: number;
  readonly text: number;
  readonly fact: number;
  readonly more: number;
}

/** First goes what else is known, then texts and rows become fewer. */
const MEASURES: readonly Measure[] = [
  { rows: 8, text: 1200, fact: 240, more: 5 },
  { rows: 8, text: 1000, fact: 240, more: 5 },
  { rows: 8, text: 850, fact: 240, more: 5 },
  { rows: 8, text: 700, fact: 200, more: 5 },
  { rows: 8, text: 700, fact: 200, more: 2 },
  { rows: 7, text: 600, fact: 200, more: 2 },
  { rows: 6, text: 600, fact: 200, more: 2 },
  { rows: 6, text: 600, fact: 200, more: 0 },
  { rows: 5, text: 500, fact: 150, more: 1 },
  { rows: 5, text: 420, fact: 150, more: 0 },
  { rows: 4, text: 420, fact: 150, more: 0 },
  { rows: 4, text: 330, fact: 120, more: 0 },
  { rows: 3, text: 330, fact: 120, more: 0 },
  { rows: 3, text: 240, fact: 90, more: 0 },
  { rows: 2, text: 240, fact: 90, more: 0 },
  { rows: 2, text: 160, fact: 60, more: 0 },
  { rows: 1, text: 160, fact: 60, more: 0 },
  { rows: 1, text: 100, fact: 44, more: 0 },
];

/** Where a programme stands. */
export interface SheetPlace {
  /** Of the sheet, which its own figures need not name. */
  readonly country: string;
  readonly paper: Paper;
}

/** A programme at several lengths: all that a sheet says of one, then less and less. */
export function lengthsOf(program: SheetProgram, place: SheetPlace): Lengths<ShownProgram> {
  return {
    lengths: MEASURES.map((measure) => {
      const item = shownIn(program, place, measure);
      return { item, height: item.height };
    }),
  };
}

function shownIn(program: SheetProgram, { country, paper }: SheetPlace, measure: Measure): ShownProgram {
  const ofIds = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const field = program.fields.find((each) => each.id === id);
      return field === undefined || field.values.length === 0 ? [] : [field];
    });
  const [facts, words] = [ofIds(FACTS), ofIds(measure.more === 0 ? SHORT_WORDS : WORDS)];
  const shortFacts = facts.map((field) => firstValues(field, measure.fact));
  const shortWords = words.map((field) => firstSentences(field, measure.text));
  const isLess = (own: readonly ShownField[], less: readonly ShownField[]) =>
    own.some(({ values }, at) => values.some(({ text }, of) => text !== less[at]?.values[of]?.text));
  const shown = {
    code: program.code,
    title: shortText(program.title, TITLE),
    parent: program.parent === null ? null : shortText(program.parent.title, TITLE),
    facts: shortFacts.map((field) => withStatus(field, program.fields)),
    words: shortWords,
    results: rowsOf(program.results, country, measure),
    targets: rowsOf(program.targets, country, measure),
    more: ofIds(MORE)
      .slice(0, measure.more)
      .map((field) => firstValues(field, measure.fact)),
    isShortened: isLess(facts, shortFacts) || isLess(words, shortWords),
  };
  return { ...shown, height: heightOfEntry(shown, paper) };
}

/** Whether it is ongoing stands beside its dates. */
function withStatus(field: ShownField, fields: readonly SheetField[]): ShownField {
  const status = fields.find(({ id }) => id === 'status')?.values ?? [];
  return field.id === 'dates' ? { ...field, values: [...field.values, ...status] } : field;
}

/** Of many values the first ones, as long as there is room, each whole, as an address must be that leads anywhere. */
function firstValues({ id, label, values }: SheetField, letters: number): ShownField {
  let room = letters;
  const shown = values.filter(({ text }, at) => {
    room -= text.length + 2;
    return at === 0 || room >= 0;
  });
  return { id, label, values: shown.map((value) => whole(value, LONGEST_SENTENCE)) };
}

/** Of a text the first sentences, and at least one. */
function firstSentences({ id, label, values }: SheetField, letters: number): ShownField {
  const shown = values.map(({ text, href }) => {
    const [first] = firstSentence(text, 'en');
    return {
      text: sentencesIn(text, letters) || shortText(first, Math.max(letters, LONGEST_SENTENCE)),
      href,
    };
  });
  return { id, label, values: shown };
}

function whole({ text, href }: SheetField['values'][number], letters: number) {
  return { text: href === null ? shortText(text, letters) : text, href };
}

/** What, how much, of what kind and when; where, beside what it is, only of what is not of the country of the sheet alone. */
function rowsOf(block: Block, country: string, { rows: most, text }: Measure): Block {
  const at = (key: string) => block.columns.findIndex((column) => column.key === key);
  const [what, place, period] = [at('what'), at('place'), at('period')];
  const letters = Math.max(90, Math.round(text / 4));
  const row = (each: BlockRow): BlockRow => {
    const where = each.cells[place];
    const elsewhere = where === undefined || where.raw === country ? [] : [where.text];
    const name = [each.cells[0]?.text ?? '', ...elsewhere]
      .map((text) => shortText(text, letters))
      .join(' · ');
    const kind = shortText(each.cells[what]?.text ?? '', letters);
    return {
      ...each,
      cells: [
        { text: name, raw: null },
        { ...(each.cells[at('value')] ?? { text: '', raw: null }) },
        { text: kind, raw: null },
        { text: each.cells[period]?.text ?? '', raw: null },
      ],
    };
  };
  const listed = (block.short?.rows ?? block.rows).slice(0, most);
  const all = block.short?.all ?? block.rows.length;
  const namesPlaces = listed.some(({ cells }) => cells[place] !== undefined && cells[place].raw !== country);
  const label = [block.columns[0], ...(namesPlaces ? [block.columns[place]] : [])].map((each) => each?.label);
  return {
    ...block,
    columns: ['indicator', 'value', 'what', 'period'].flatMap((key, index) => {
      const column = block.columns[at(key)];
      return column === undefined ? [] : [index === 0 ? { ...column, label: label.join(' · ') } : column];
    }),
    rows: listed.map(row),
    short: { rows: listed.map(row), all },
  };
}

function heightOfEntry(shown: Omit<ShownProgram, 'height'>, paper: Paper): number {
  const [width, wide] = [SHEET_WIDTH[paper], wordsWidth(paper)];
  const { title, parent, facts, words, results, targets, more, isShortened } = shown;
  const head = 10 + heightOf(title, width, NAME) + heightOf(parent ?? '', width) + 11;
  const factsHigh = facts.reduce(
    (sum, field) =>
      sum + heightOf(field.label, FACTS_WIDTH, STRONG) + spanHeight(said(field), FACTS_WIDTH) + 6,
    0,
  );
  const wordsHigh = [...words, ...more].reduce(
    (sum, field) => sum + heightOf(`${field.label}. ${said(field)}`, wide) + 7,
    0,
  );
  const rest = isShortened ? 2 * TEXT.line + 7 : 0;
  return (
    head +
    Math.max(
      factsHigh,
      rest + wordsHigh + figuresHigh(results, wide, true) + figuresHigh(targets, wide, false),
    ) +
    6
  );
}

function figuresHigh({ rows, short }: Block, width: number, isSaidWhereNone: boolean): number {
  if (rows.length === 0) return isSaidWhereNone ? 2 * TEXT.line + 6 : 0;
  const cells = rows.map((row) => row.cells.map(({ text }) => text));
  const table = tableHeight(cells, { width, shares: RESULT_SHARES, head: true });
  const isPart = (short?.all ?? rows.length) > rows.length;
  return TEXT.line + 4 + table + (isPart ? TEXT.line + 9 : 0);
}

/** The same sign in every language, at no beginning of a line. */
export const BETWEEN_VALUES = '\u00a0· ';

function said({ values }: ShownField): string {
  return values.map((value) => value.text).join(BETWEEN_VALUES);
}
