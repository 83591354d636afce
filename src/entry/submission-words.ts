import { indicatorLabel, labelOf, type NamedView, type View } from '../analytics/index.ts';
import { isRegion } from '../core/dimension.ts';
import type { EntryKind } from '../core/entry/submission.ts';
import { oneLine } from '../core/one-line.ts';
import { isDay } from '../core/period.ts';
import { LANGUAGES, slug } from '../core/text.ts';
import type { TwinQuestion } from '../platform/csv/twin-question.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { entryMessages } from '../web/i18n/messages/entry.ts';
import type { Cells } from './submissions.table.ts';

/** Of a text, so many letters tell it from others. */
const MOST_OF_TEXT = 80;

/** A row in two lines: what it says, and of what it says it. */
export interface RowWords {
  readonly what: string;
  readonly about: string;
}

/**
 * A row that somebody entered, in few words of its reader's language; what was typed and is not known stands as it was typed.
 *
 * @param view has asked for the programmes of the rows (`programsIn`)
 */
export function rowWords(view: NamedView, kind: EntryKind, cells: Cells): RowWords {
  const about = [
    programWords(view, programIn(cells)),
    placeWords(view, cellIn(cells, 'country_or_region')),
    spanWords(view, cells),
  ];
  return { what: whatWords(view, kind, cells), about: about.filter((each) => each !== '').join(' · ') };
}

/** What rows say of which programme they are about, or which they are an activity of. */
export function programsIn(rows: readonly Cells[]): readonly string[] {
  return rows.map(programIn).filter((typed) => typed !== '');
}

function programIn(cells: Cells): string {
  return cellIn(cells, 'program') || cellIn(cells, 'parent');
}

function cellIn(cells: Cells, name: string): string {
  return cells[name]?.trim() ?? '';
}

/** The title of a programme, where there is one of that code that the reader may know. */
export function programWords({ programs, f }: NamedView, typed: string): string {
  const title = programs.get(typed)?.title ?? null;
  return title === null ? typed : f.text(title);
}

/** What a row says, and not of what. */
export function whatWords(view: View, kind: EntryKind, cells: Cells): string {
  const cell = (name: string) => cellIn(cells, name);
  const said = (what: string, value: string) =>
    what === '' || value === '' ? what || value : view.t(entryMessages.whatAndValue, { what, value });
  const inAny = (text: string) =>
    LANGUAGES.map((language) => cell(language === 'en' ? text : `${text}_${language}`)).find(Boolean) ?? '';
  switch (kind) {
    case 'results': {
      const indicator = indicatorWords(view, cell('indicator'));
      const value = [choice(view, kind, 'qualifier', cell('qualifier')), cell('value')]
        .filter(Boolean)
        .join(' ');
      const target = cell('kind') === 'target' ? choice(view, kind, 'kind', 'target') : '';
      return said(indicator, [target, value].filter(Boolean).join(' '));
    }
    case 'transactions':
      return said(
        choice(view, kind, 'type', cell('type')),
        [cell('currency'), cell('amount')].filter(Boolean).join(' '),
      );
    case 'narratives':
      return said(choice(view, kind, 'section', cell('section')), oneLine(inAny('text'), MOST_OF_TEXT));
    case 'programs':
      return said(cell('code'), inAny('title'));
    case 'program-countries':
      return said(
        kindName(view, kind),
        [placeWords(view, cell('country_or_region')), cell('share')].join(' '),
      );
    case 'program-organisations':
      return said(cell('organisation'), choice(view, kind, 'role', cell('role')));
    case 'organisations':
      return said(kindName(view, kind), inAny('name'));
    case 'indicators':
      return said(kindName(view, kind), inAny('indicator'));
  }
}

/** The figure that a row looks like, in few words: it says what the row says, but for what differs. */
export function likeWords(
  view: NamedView,
  kind: EntryKind,
  cells: Cells,
  { differences }: TwinQuestion,
): string {
  const before = Object.fromEntries(differences.map(({ column, before: said }) => [column, said]));
  const { what, about } = rowWords(view, kind, { ...cells, ...before });
  return [what, about].filter((each) => each !== '').join(' · ');
}

function choice(view: View, kind: EntryKind, column: string, word: string): string {
  // What is exact is said by the number alone.
  if (word === '' || word === 'exact') return '';
  const known = choiceWords[kind]?.[column]?.[word];
  return known === undefined ? word : view.t(known);
}

function indicatorWords(view: View, typed: string): string {
  const known = view.names.indicators.find(
    ({ code, name }) =>
      code === slug(typed) || Object.values(name).some((each) => slug(each) === slug(typed)),
  );
  return known === undefined ? typed : indicatorLabel(view, known.code);
}

export function placeWords(view: View, typed: string): string {
  const isKnown = view.names.places.some(({ code }) => code === typed) || /^[A-Z]{2}$/.test(typed);
  return isKnown && (isRegion(typed) || /^[A-Z]{2}$/.test(typed)) ? labelOf(view, 'country', typed) : typed;
}

function spanWords({ f }: View, cells: Cells): string {
  const [start = '', end = ''] = [cells.period_start, cells.period_end ?? cells.value_date];
  // What is typed is not always a day that there is.
  const said = (typed: string) =>
    isDay(typed) ? f.day(typed) : isDay(`${typed}-01`) ? f.month(typed) : typed;
  if (start === '' || start === end) return said(end);
  return `${said(start)} – ${said(end)}`;
}
