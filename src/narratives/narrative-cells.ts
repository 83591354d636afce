import { originalText } from '../core/text.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import type { StoredNarrative } from './narratives.repository.ts';

/** What a text says, and of what, as a file writes it: read back, it is the same. */
export function statementCells(
  narrative: Pick<
    StoredNarrative,
    'program' | 'place' | 'section' | 'periodStart' | 'periodEnd' | 'datePrecision' | 'text'
  >,
): Readonly<Record<string, string>> {
  return {
    program: narrative.program,
    country_or_region: narrative.place ?? '',
    section: narrative.section,
    period_start: narrative.periodStart ?? '',
    period_end: narrative.periodEnd ?? '',
    date_precision: narrative.datePrecision,
    text: originalText(narrative.text),
  };
}

/** The whole row, but for what is written of it beside other rows: its ref, and whether it counts. */
export function narrativeCells(narrative: StoredNarrative): Readonly<Record<string, string>> {
  return {
    ...statementCells(narrative),
    ...textCells('text', narrative.text),
    text_for: narrative.textFor ?? '',
    ...textCells('sheet', narrative.sheet),
    sheet_for: narrative.sheetFor ?? '',
    reason: narrative.reason ?? '',
  };
}
