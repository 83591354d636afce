import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { OrganisationRole, ProgramStatus } from '../core/program.ts';
import { READERSHIPS } from '../core/text.ts';
import {
  code,
  datePrecision,
  day,
  decimal,
  identifierIsPlain,
  localText,
  oneOf,
  precisionFits,
  readership,
} from '../platform/database/columns.ts';
import { organisations } from './organisations.table.ts';
import { places } from './places.table.ts';

export const PROGRAM_STATUSES = ['planned', 'ongoing', 'closed'] as const satisfies readonly ProgramStatus[];
export const ORGANISATION_ROLES = [
  'funding',
  'implementing',
  'partner',
] as const satisfies readonly OrganisationRole[];

export const pillars = pgTable('pillars', {
  code: code('code').primaryKey(),
  name: localText('name').notNull(),
});

/** What a programme says of itself, and whose each of its texts is. */
const sheet = () => ({
  title: localText('title').notNull(),
  summary: localText('summary'),
  summaryFor: readership('summary_for'),
  objectives: localText('objectives'),
  objectivesFor: readership('objectives_for'),
  beneficiaries: localText('beneficiaries'),
  beneficiariesFor: readership('beneficiaries_for'),
  unit: text('unit'),
  status: text('status', { enum: PROGRAM_STATUSES }).notNull(),
  startsOn: day('starts_on'),
  startPrecision: datePrecision('start_precision').notNull(),
  endsOn: day('ends_on'),
  endPrecision: datePrecision('end_precision').notNull(),
  link: text('link'),
  note: localText('note'),
  noteFor: readership('note_for'),
  /** What it is called where aid is published (IATI); one programme has it alone. */
  identifier: text('identifier'),
});

/** A programme, or an activity inside one (`parent`). A trigger refuses a parent that is its own descendant. */
export const programs = pgTable(
  'programs',
  {
    code: code('code').primaryKey(),
    parent: code('parent').references((): AnyPgColumn => programs.code),
    ...sheet(),
  },
  (t) => [
    index('programs_parent').on(t.parent),
    check('programs_code_is_plain', sql`${t.code} ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'`),
    check('programs_status', oneOf(t.status, PROGRAM_STATUSES)),
    check('programs_start_precision', precisionFits(t.startPrecision, t.startsOn)),
    check('programs_end_precision', precisionFits(t.endPrecision, t.endsOn)),
    check('programs_end_not_before_start', sql`${t.endsOn} >= ${t.startsOn}`),
    check('programs_not_its_own_parent', sql`${t.parent} <> ${t.code}`),
    check('programs_link_is_http', sql`${t.link} ~ '^https?://'`),
    check('programs_summary_for', oneOf(t.summaryFor, READERSHIPS)),
    check('programs_objectives_for', oneOf(t.objectivesFor, READERSHIPS)),
    check('programs_beneficiaries_for', oneOf(t.beneficiariesFor, READERSHIPS)),
    check('programs_note_for', oneOf(t.noteFor, READERSHIPS)),
    unique('programs_identifier_is_its_own').on(t.identifier),
    check('programs_identifier_is_plain', identifierIsPlain(t.identifier)),
  ],
);

/** Programmes as whoever reads them may see them: the view is all that readers under row-level security have. */
export const programsSeen = pgView('programs_seen', {
  code: code('code').notNull(),
  parent: code('parent'),
  ...sheet(),
}).existing();

/** A share in percent; a deferred trigger holds a programme's shares to exactly 100, or to none given (rule 8). */
export const programPillars = pgTable(
  'program_pillars',
  {
    program: code('program')
      .notNull()
      .references(() => programs.code, { onDelete: 'cascade' }),
    pillar: code('pillar')
      .notNull()
      .references(() => pillars.code),
    share: decimal('share'),
  },
  (t) => [
    primaryKey({ columns: [t.program, t.pillar] }),
    index('program_pillars_pillar').on(t.pillar),
    check('program_pillars_share_is_a_percentage', sql`${t.share} > 0 AND ${t.share} <= 100`),
  ],
);

export const programPlaces = pgTable(
  'program_places',
  {
    program: code('program')
      .notNull()
      .references(() => programs.code, { onDelete: 'cascade' }),
    place: code('place')
      .notNull()
      .references(() => places.code),
    share: decimal('share'),
  },
  (t) => [
    primaryKey({ columns: [t.program, t.place] }),
    index('program_places_place').on(t.place),
    check('program_places_share_is_a_percentage', sql`${t.share} > 0 AND ${t.share} <= 100`),
  ],
);

export const programOrganisations = pgTable(
  'program_organisations',
  {
    program: code('program')
      .notNull()
      .references(() => programs.code, { onDelete: 'cascade' }),
    organisation: code('organisation')
      .notNull()
      .references(() => organisations.code),
    role: text('role', { enum: ORGANISATION_ROLES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.program, t.organisation, t.role] }),
    index('program_organisations_organisation').on(t.organisation),
    check('program_organisations_role', oneOf(t.role, ORGANISATION_ROLES)),
  ],
);
