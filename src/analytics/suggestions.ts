import { suggestionMessages } from '../web/i18n/messages/suggestions.ts';
import { calledSo, type NamedKind, namedChoices, nearestFirst } from './named-choices.ts';
import { programsInView } from './programs-in-view.ts';
import type { CodeName } from './query.ts';
import { choicesFor, typedAs } from './typed-names.ts';
import type { View } from './view.ts';

/** So many are suggested: whoever has not found it by then types on. */
export const MOST_SUGGESTED = 10;

export interface Suggestion {
  /** Its code. */
  readonly key: string;
  /** Its name in the reader's language. */
  readonly label: string;
  /** What finds it again where it is typed: the name, or the code where several are called so. */
  readonly typed: string;
}

export interface Suggestions {
  readonly rows: readonly Suggestion[];
  /** How many there are, shown or not. */
  readonly total: number;
  /** The same in a sentence of the reader's language. */
  readonly said: string;
}

/**
 * What may be meant by the beginning of a name or a code, among what its reader may see and what a filter can be set to:
 * first what begins so, then what has a word that does, each in the order of the reader's alphabet. Every word of `typed`
 * stands in the code or in a name of any language.
 *
 * @example suggestionsOf(view, 'country', 'rep dom') // rows: [{ key: 'DO', label: 'Dominican Republic', … }]
 */
export async function suggestionsOf(view: View, field: CodeName, typed: string): Promise<Suggestions> {
  const { rows, total } =
    field === 'program' ? await programs(view, typed) : await choices(view, field, typed);
  return { rows, total, said: saidOf(view, rows.length, total) };
}

function saidOf({ t }: View, shown: number, count: number): string {
  if (count === 0) return t(suggestionMessages.none);
  return shown < count
    ? t(suggestionMessages.first, { shown, count })
    : t(suggestionMessages.found, { count });
}

type Found = Omit<Suggestions, 'said'>;

/** A title may be anybody's, so a code is what is typed. */
async function programs(view: View, typed: string): Promise<Found> {
  const query = { ...programsInView(view), search: typed, inOrderOf: 'code' } as const;
  const { rows, total } = await view.figures.programs(query, { limit: MOST_SUGGESTED });
  return {
    total,
    rows: rows.map(({ code, title }) => ({ key: code, label: view.f.text(title), typed: code })),
  };
}

async function choices(view: View, field: NamedKind, typed: string): Promise<Found> {
  const [offered, named] = await Promise.all([namedChoices(view, field), choicesFor(field, view)]);
  const found = nearestFirst(calledSo(offered, typed), typed);
  const rows = found
    .slice(0, MOST_SUGGESTED)
    .map(({ code, label }) => ({ key: code, label, typed: typedAs(named, code, label) }));
  return { rows, total: found.length };
}
