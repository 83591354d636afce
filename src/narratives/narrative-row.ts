import { z } from 'zod';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../core/narratives/narrative.ts';
import { nameOf, referencesIn, unreadIn } from '../core/narratives/written-text.ts';
import { LANGUAGES } from '../core/text.ts';
import { closestWord } from '../core/words.ts';
import {
  asWritten,
  choice,
  endCell,
  optional,
  quoted,
  readershipCell,
  refusal,
  startCell,
  words,
  wordsFor,
} from '../platform/csv/cells.ts';
import { optionalText, text } from '../platform/csv/given-text.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { refCell } from '../platform/csv/ref-cell.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { DATE_PRECISIONS, ROW_STATUSES } from '../platform/database/columns.ts';
import { placeCell, programCode } from '../programs/index.ts';

/** What the sections are called in the other languages; as `slug` writes it. */
const SECTION_WORDS: Readonly<Record<string, NarrativeSection>> = {
  ...wordsFor('background', {
    en: 'context, legal-basis',
    es: 'antecedentes, contexto',
    pt: 'antecedentes, contexto',
    fr: 'contexte, antecedents',
  }),
  ...wordsFor('approach', {
    en: 'lines-of-work',
    es: 'enfoque, lineas-de-trabajo',
    pt: 'abordagem, linhas-de-trabalho',
    fr: 'demarche, approche',
  }),
  ...wordsFor('result', {
    en: 'results',
    es: 'resultado, resultados',
    pt: 'resultado, resultados',
    fr: 'resultat, resultats',
  }),
  ...wordsFor('next', {
    en: 'next-steps',
    es: 'proximos-pasos',
    pt: 'proximos-passos',
    fr: 'prochaines-etapes, suite',
  }),
  ...wordsFor('partners', { en: 'partner', es: 'socios', pt: 'parceiros', fr: 'partenaires' }),
  ...wordsFor('groups', { en: 'group', es: 'grupos', pt: 'grupos', fr: 'groupes' }),
};

export const narrativeSchema = z.object({
  ref: optional(refCell),
  program: programCode,
  country_or_region: optional(placeCell),
  section: choice(NARRATIVE_SECTIONS, SECTION_WORDS),
  period_start: optional(startCell),
  period_end: optional(endCell),
  date_precision: optional(choice(DATE_PRECISIONS)),
  text,
  text_for: readershipCell,
  sheet: optionalText,
  sheet_for: readershipCell,
  status: optional(choice(ROW_STATUSES)),
  reason: optional(words),
});
export type NarrativeRow = z.output<typeof narrativeSchema>;

/** What stands in brackets and is no figure: an indicator that there is not, or no reference at all. */
export function refuseReferences(
  { line, row }: Numbered<Pick<NarrativeRow, 'text'>>,
  indicators: { has(code: string): boolean; keys(): Iterable<string> },
): readonly RowError[] {
  return LANGUAGES.flatMap((language) => {
    const given = row.text[language];
    if (!given) return [];
    const column = language === 'en' ? 'text' : `text_${language}`;
    const unread = unreadIn(given).map((bracket) =>
      refusal(
        'NARRATIVE.NOT_A_REFERENCE',
        `${quoted(bracket)} refers to no figure.`,
        'Write an indicator in brackets, as [officials-trained] or [officials-trained target]; a bracket of the text is written \\[.',
      ),
    );
    const unknown = referencesIn(given).flatMap((reference) => {
      if (indicators.has(reference.indicator)) return [];
      const meant = closestWord(reference.indicator, indicators.keys());
      const remedy = meant === null ? '' : `Did you mean [${nameOf({ ...reference, indicator: meant })}]? `;
      return refusal(
        'NARRATIVE.UNKNOWN_INDICATOR',
        `There is no indicator "${reference.indicator}", to which the text refers.`,
        `${remedy}Correct the code in the brackets, or import the indicator first; a bracket of the text is written \\[.`,
        asWritten(reference.indicator, meant === null ? [] : [meant]),
      );
    });
    return [...unread, ...unknown].map((reason) => rowError(line, column, reason));
  });
}
