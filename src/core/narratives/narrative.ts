import type { DatePrecision, Day } from '../program.ts';
import { compareCodes, type LocalText, type Readership } from '../text.ts';

/** What a text is about, in the order in which texts are read. */
export const NARRATIVE_SECTIONS = ['background', 'approach', 'result', 'next', 'partners', 'groups'] as const;
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number];

/** A text beside figures: of a programme, or of a programme in one place, about a period. It counts nowhere. */
export interface Narrative {
  readonly id: string;
  readonly program: string;
  /** Null: the programme as a whole. */
  readonly place: string | null;
  readonly section: NarrativeSection;
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly datePrecision: DatePrecision;
  /** As it was written, with its references to figures (`written-text.ts`). */
  readonly text: LocalText;
  /** Whose the text is; null: as the rule has it (`readership.ts`), or the reader is not told. */
  readonly textFor: Readership | null;
  /** On which sheet it stands. */
  readonly sheet: LocalText | null;
  readonly sheetFor: Readership | null;
}

/** As texts of a programme are read: section by section, of each the newest period first and undated last. */
export function inReadingOrder(a: Narrative, b: Narrative): number {
  return (
    NARRATIVE_SECTIONS.indexOf(a.section) - NARRATIVE_SECTIONS.indexOf(b.section) ||
    compareCodes(b.periodEnd ?? '', a.periodEnd ?? '') ||
    compareCodes(a.place ?? '', b.place ?? '') ||
    compareCodes(a.id, b.id)
  );
}

/** Which texts of a programme are asked for. */
export interface NarrativeSelection {
  readonly program: string;
  /** What stands on a country's sheet: its own, those of regions that hold it on `day`, and those of the programme as a whole. */
  readonly concerning?: { readonly country: string; readonly day: Day };
}
