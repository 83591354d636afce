import type { LocalText, Readership } from './text.ts';

/** A calendar day, `YYYY-MM-DD`. Days have no time zone; only the clock that says what "today" is has one. */
export type Day = string;

/** How much of a date the source gives: `year` for "2014", `none` where it gives no date at all. */
export type DatePrecision = 'day' | 'month' | 'year' | 'none';

export interface Pillar {
  readonly code: string;
  readonly name: LocalText;
}

/**
 * A country (code: ISO 3166-1 alpha-2) or a region (code: `region:` and a slug). A region is a place of its own: what
 * is counted there is never spread over countries (rule 8).
 */
export interface Place {
  readonly code: string;
  readonly kind: 'country' | 'region';
  /** Regions are named in the data, countries by the reader's locale. */
  readonly name: LocalText | null;
  /** Countries that the region is known to hold; empty where the source does not name them. */
  readonly countries: readonly string[];
}

/** A country's membership of the organisation; `to` is the first day on which it is no longer a member. */
export interface Membership {
  readonly country: string;
  readonly from: Day;
  readonly to: Day | null;
}

export interface Organisation {
  readonly code: string;
  readonly name: LocalText;
  /** Free words of the source, for example `government`, `development bank`. */
  readonly kind: string;
  readonly country: string | null;
  /** What it is called where aid is published: an IATI organisation identifier, for example `XM-DAC-47136`. */
  readonly identifier: string | null;
}

export type OrganisationRole = 'funding' | 'implementing' | 'partner';
export type ProgramStatus = 'planned' | 'ongoing' | 'closed';

/** A percentage of a programme that belongs to a place or pillar, as a decimal string ("33.33"); null: not given. */
export interface Share {
  readonly code: string;
  readonly share: string | null;
}

export interface Program {
  readonly code: string;
  readonly parent: string | null;
  readonly title: LocalText;
  readonly summary: LocalText | null;
  /** Whose the text is; null: as the rule has it (`readership.ts`), or the reader is not told. */
  readonly summaryFor: Readership | null;
  readonly objectives: LocalText | null;
  readonly objectivesFor: Readership | null;
  readonly beneficiaries: LocalText | null;
  readonly beneficiariesFor: Readership | null;
  /** The unit of the organisation that runs it, for example `CICTE`. */
  readonly unit: string | null;
  readonly status: ProgramStatus;
  readonly start: Day | null;
  readonly startPrecision: DatePrecision;
  readonly end: Day | null;
  readonly endPrecision: DatePrecision;
  readonly link: string | null;
  readonly note: LocalText | null;
  readonly noteFor: Readership | null;
  /** What it is called where aid is published: an IATI activity identifier. */
  readonly identifier: string | null;
  /** Its own; empty means: its parent's (docs/counting.md, "Words"). */
  readonly pillars: readonly Share[];
  readonly places: readonly Share[];
  readonly organisations: readonly { readonly organisation: string; readonly role: OrganisationRole }[];
}
