import { z } from 'zod';
import type { PageForm } from '../../access/index.ts';
import { PERIOD_PRESETS } from '../../core/asked-period.ts';
import { DomainError } from '../../core/errors.ts';
import {
  isOwnPeriod,
  OWN_FILTERS,
  OWN_SECTIONS,
  type OwnDefinition,
  type OwnFilterName,
  type OwnReport,
  type OwnSection,
  type OwnSectionName,
  PERIOD_ASKED,
} from '../../core/report/own-report.ts';
import { ownReportErrors } from '../../web/i18n/messages/own-report-errors.ts';

/** Charts of so many stand beneath each other and are still read. */
export const MOST_INDICATORS = 6;
const MOST_TITLE = 120;
const MOST_TEXT = 4_000;
/** In the place of a period's name: the one in the field beneath. */
export const FIXED = 'fixed';

/** A section as the form has it. */
export interface GivenSection {
  /** A number, as it was typed. */
  readonly order: string;
  readonly heading: string;
  readonly text: string;
}

/** A report as a form asks for it, in the words that were typed. */
export interface GivenOwnReport {
  readonly title: string;
  readonly introduction: string;
  /** A name of a period, `asked`, or `fixed`. */
  readonly period: string;
  /** The name of a period that stays. */
  readonly fixed: string;
  readonly filter: Readonly<Record<OwnFilterName, readonly string[]>>;
  readonly indicators: readonly string[];
  /** Sections that were ticked. */
  readonly use: readonly string[];
  readonly sections: Readonly<Record<OwnSectionName, GivenSection>>;
  readonly shared: boolean;
}

/** A form that is filled in, and not yet held against what there is: its names may be anything. */
export interface ReadOwnReport {
  readonly title: string;
  readonly definition: OwnDefinition;
}

/** So much is taken to be shown again; what is too much is said in words. Postgres takes a NUL in no text. */
const typed = z
  .string({ error: 'takes one value' })
  .max(20_000, { error: 'takes at most 20000 characters' })
  .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
  .default('');
/** Fields of one name, of which browsers send none, one or several. */
const several = z
  .union([typed, z.array(typed).max(200)])
  .optional()
  .transform((given) =>
    [given ?? []]
      .flat()
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  );

const fieldsOf = (name: OwnSectionName) =>
  [
    [`order-${name}`, typed],
    [`heading-${name}`, typed],
    [`text-${name}`, typed],
  ] as const;

/** The fields of the form. */
export const ownReportFields = z
  .object({
    title: typed,
    introduction: typed,
    period: typed,
    fixed: typed,
    pillar: several,
    country: several,
    donor: several,
    program: several,
    indicator: several,
    use: several,
    shared: typed,
    /** Which of its buttons was pressed. */
    do: typed,
  })
  // Of these the names are made: no type knows them.
  .extend(Object.fromEntries(OWN_SECTIONS.flatMap(fieldsOf)) as Record<never, never>)
  .transform((fields) => {
    const { title, introduction, period, fixed, indicator, use, shared, do: does } = fields;
    const text = (name: string) => String((fields as Readonly<Record<string, unknown>>)[name] ?? '');
    const given: GivenOwnReport = {
      title,
      introduction,
      period,
      fixed,
      filter: {
        pillar: fields.pillar,
        country: fields.country,
        donor: fields.donor,
        program: fields.program,
      },
      indicators: indicator,
      use,
      sections: bySection((name) => ({
        order: text(`order-${name}`),
        heading: text(`heading-${name}`),
        text: text(`text-${name}`),
      })),
      shared: shared !== '',
    };
    return { given, isPreview: does === 'preview' };
  });

/** The form, with the fields that its errors are about where they do not say so themselves. */
export const OWN_REPORT_FORM: PageForm = {
  name: 'own-report',
  words: {
    ...ownReportErrors,
    // Names that nobody has, or several.
    'REQUEST.INVALID': ownReportErrors['OWN_REPORT.NAMED'],
    'FILTER.UNKNOWN_PILLAR': ownReportErrors['OWN_REPORT.NAMED'],
    'FILTER.UNKNOWN_COUNTRY': ownReportErrors['OWN_REPORT.NAMED'],
    'FILTER.UNKNOWN_DONOR': ownReportErrors['OWN_REPORT.NAMED'],
    'FILTER.UNKNOWN_PROGRAM': ownReportErrors['OWN_REPORT.NAMED'],
    'FILTER.UNKNOWN_INDICATOR': ownReportErrors['OWN_REPORT.NAMED'],
  },
  fields: {},
};

/**
 * What a form asks for, but for names that the data may not know.
 *
 * @throws DomainError `OWN_REPORT.…` (call), with the field that is meant
 */
export function readOwnReport(given: GivenOwnReport): ReadOwnReport {
  const title = given.title.trim().replace(/\s+/g, ' ');
  if (title === '' || title.length > MOST_TITLE) {
    throw new DomainError('OWN_REPORT.TITLE', 'A report needs a title of at most 120 characters.', {
      kind: 'call',
      faults: [{ parameter: 'title', reason: 'not-understood', value: given.title }],
    });
  }
  return {
    title,
    definition: {
      introduction: textOf('introduction', given.introduction, MOST_TEXT),
      period: periodOf(given),
      indicators: indicatorsOf(given),
      filter: Object.fromEntries(
        OWN_FILTERS.flatMap((name) => {
          const values = [...new Set(given.filter[name])];
          return values.length === 0 ? [] : [[name, values]];
        }),
      ),
      sections: sectionsOf(given),
    },
  };
}

/** A report as its form shows it, to be changed. */
export function givenOf({ title, definition }: Pick<OwnReport, 'title' | 'definition'>): GivenOwnReport {
  const { introduction, period, indicators, filter, sections } = definition;
  const isFixed = !(MOVING as readonly string[]).includes(period);
  const blank = EMPTY_OWN_REPORT.sections;
  return {
    title,
    introduction,
    period: isFixed ? FIXED : period,
    fixed: isFixed ? period : '',
    filter: Object.fromEntries(
      OWN_FILTERS.map((name) => [name, filter[name] ?? []]),
    ) as GivenOwnReport['filter'],
    indicators,
    use: sections.map(({ name }) => name),
    sections: bySection((name) => {
      const at = sections.findIndex((section) => section.name === name);
      const section = sections[at];
      if (section === undefined) return { ...blank[name], order: '' };
      return { order: String(at + 1), heading: section.heading, text: section.text };
    }),
    shared: false,
  };
}

/** What a new one begins with: what leads on the dashboard. */
const FIRST_SECTIONS: readonly OwnSectionName[] = [
  'headlines',
  'trend',
  'map',
  'indicators',
  'targets',
  'money',
];

/** Periods that move with the one that is asked for. */
export const MOVING = [PERIOD_ASKED, ...PERIOD_PRESETS] as const;

export const EMPTY_OWN_REPORT: GivenOwnReport = {
  title: '',
  introduction: '',
  period: PERIOD_ASKED,
  fixed: '',
  filter: { pillar: [], country: [], donor: [], program: [] },
  indicators: [],
  use: FIRST_SECTIONS,
  sections: bySection((name) => {
    const at = FIRST_SECTIONS.indexOf(name);
    return { order: at < 0 ? '' : String(at + 1), heading: '', text: '' };
  }),
  shared: false,
};

function periodOf({ period, fixed }: GivenOwnReport): string {
  if (period !== FIXED && isOwnPeriod(period)) return period;
  const named = fixed.trim();
  if (named !== PERIOD_ASKED && isOwnPeriod(named)) return named;
  throw new DomainError('OWN_REPORT.PERIOD', `"${named}" is not a period.`, {
    kind: 'call',
    faults: [{ parameter: 'fixed', reason: 'not-a-period', value: fixed }],
  });
}

function indicatorsOf({ indicators }: GivenOwnReport): readonly string[] {
  const chosen = [...new Set(indicators)];
  if (chosen.length <= MOST_INDICATORS) return chosen;
  throw new DomainError('OWN_REPORT.INDICATORS', `${chosen.length} indicators are too many.`, {
    kind: 'call',
    faults: [{ parameter: 'indicator', reason: 'not-understood', value: '' }],
  });
}

/** In the order of their numbers; those that have the same, or none, as they stand in the form. */
function sectionsOf({ use, sections }: GivenOwnReport): readonly OwnSection[] {
  const chosen = OWN_SECTIONS.filter((name) => use.includes(name));
  if (chosen.length === 0) {
    throw new DomainError('OWN_REPORT.NO_SECTION', 'No section was chosen.', {
      kind: 'call',
      faults: [{ parameter: 'use', reason: 'not-understood', value: '' }],
    });
  }
  return chosen
    .map((name) => ({ name, place: placeOf(name, sections[name].order) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => ({
      name,
      heading: textOf(`heading-${name}`, sections[name].heading.replace(/\s+/g, ' '), MOST_TITLE),
      text: textOf(`text-${name}`, sections[name].text, MOST_TEXT),
    }));
}

function placeOf(name: OwnSectionName, typedOrder: string): number {
  const order = typedOrder.trim();
  if (order === '') return Number.MAX_SAFE_INTEGER;
  if (/^[1-9]\d?$/.test(order)) return Number(order);
  throw new DomainError('OWN_REPORT.ORDER', `"${order}" is no place of a section.`, {
    kind: 'call',
    faults: [{ parameter: `order-${name}`, reason: 'not-understood', value: typedOrder }],
  });
}

function textOf(parameter: string, text: string, most: number): string {
  const said = text.trim();
  if (said.length <= most) return said;
  throw new DomainError('OWN_REPORT.TOO_LONG', `${parameter} has ${said.length} characters.`, {
    kind: 'call',
    faults: [{ parameter, reason: 'not-understood', value: '' }],
  });
}

function bySection<Value>(make: (name: OwnSectionName) => Value): Readonly<Record<OwnSectionName, Value>> {
  return Object.fromEntries(OWN_SECTIONS.map((name) => [name, make(name)])) as Record<OwnSectionName, Value>;
}
