import type { ResultRow } from './result-row.ts';

/** What each column of results takes. */
export const RESULT_GUIDE: Readonly<Record<keyof ResultRow, string>> = {
  ref: 'What tells the row from all others: a key of your own, or what a download gave. Empty: it is told by what it says.',
  program: 'The code of the programme.',
  indicator: 'The name of what is counted, in any of the four languages.',
  unit: 'Of a new indicator: what is counted or measured, in English.',
  kind: 'Whether it was achieved (actual) or is hoped for (target).',
  country_or_region: 'A country by its two capital letters or its name; a region by region: and its name.',
  period_start: 'The first day, month, quarter or year of the period.',
  period_end: 'The last day, month, quarter or year of the period.',
  date_precision: 'How exactly the dates are known; empty: as they are written.',
  qualifier: 'How exact the value is; empty: exact.',
  value: 'A number; with the qualifier range two, with a hyphen between: 10-15',
  denominator: 'Of a ratio: of how many. 14 of 17 has the value 14 and the denominator 17.',
  breakdown:
    'Parts that sum to the value: sex=female:7;sex=male:15. Or one part that is all of it: mode=online',
  sheet: 'The document that states the figure, in English.',
  sheet_for: 'Who may read its name: everybody, or the organisation alone.',
  note: 'What the figure is, in a few words of English.',
  note_for: 'Who may read the note: everybody, or the organisation alone.',
  status: 'Empty: as the import has it. withdrawn: it counts nowhere any more, for the reason beside it.',
  reason: 'Why it is withdrawn, or why it says something else now.',
  part_of: 'The ref of the figure that already holds this one, or the code of its programme.',
  combine_time: 'Of a new indicator: how figures of several periods combine.',
  combine_place: 'Of a new indicator: whether figures of several places add up.',
};
