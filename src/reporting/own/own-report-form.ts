import { z } from 'zod';
import type { PageForm } from '../../access/index.ts';
import { PERIOD_PRESETS } from '../../core/asked-period.ts';
import { allAtOnce, DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/fault.ts';
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

/** A form as far as it is understood, with all that is wrong in it. */
export interface Understood {
  /** Of a field that is wrong, what an empty one would say. */
  readonly read: ReadOwnReport;
  readonly wrong: readonly DomainError[];
}

/** What a form asks for, but for names that the data may not know; each error is `OWN_REPORT.…` (call), with its field. */
export function understand(given: GivenOwnReport): Understood {
  const wrong: DomainError[] = [];
  const title = given.title.trim().replace(/\s+/g, ' ');
  if (title === '' || title.length > MOST_TITLE) {
    wrong.push(
      wrongField('OWN_REPORT.TITLE', 'A report needs a title of at most 120 characters.', {
        parameter: 'title',
        value: given.title,
      }),
    );
  }
  return {
    read: {
      title,
      definition: {
        introduction: textOf('introduction', given.introduction, MOST_TEXT, wrong),
        period: periodOf(given, wrong),
        indicators: indicatorsOf(given, wrong),
        filter: Object.fromEntries(
          OWN_FILTERS.flatMap((name) => {
            const values = [...new Set(given.filter[name])];
            return values.length === 0 ? [] : [[name, values]];
          }),
        ),
        sections: sectionsOf(given, wrong),
      },
    },
    wrong,
  };
}

/** Fields in the order in which the form has them; those of sections follow. */
const FIELDS: readonly string[] = ['title', 'introduction', ...OWN_FILTERS, 'fixed', 'indicator', 'use'];

/** A form with nothing wrong in it. @throws DomainError with all that is, in the order of the form */
export function understoodWhole({ read, wrong }: Understood): ReadOwnReport {
  const placeOf = ({ options }: DomainError) => {
    const at = FIELDS.indexOf(options.faults?.[0]?.parameter ?? '');
    return at < 0 ? FIELDS.length : at;
  };
  const error = allAtOnce(wrong.toSorted((a, b) => placeOf(a) - placeOf(b)));
  if (error !== null) throw error;
  return read;
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

function periodOf({ period, fixed }: GivenOwnReport, wrong: DomainError[]): string {
  if (period !== FIXED && isOwnPeriod(period)) return period;
  const named = fixed.trim();
  if (named !== PERIOD_ASKED && isOwnPeriod(named)) return named;
  const fault = { parameter: 'fixed', value: fixed, reason: 'not-a-period' } as const;
  wrong.push(wrongField('OWN_REPORT.PERIOD', `"${named}" is not a period.`, fault));
  return PERIOD_ASKED;
}

function indicatorsOf({ indicators }: GivenOwnReport, wrong: DomainError[]): readonly string[] {
  const chosen = [...new Set(indicators)];
  if (chosen.length <= MOST_INDICATORS) return chosen;
  const said = `${chosen.length} indicators are too many.`;
  wrong.push(wrongField('OWN_REPORT.INDICATORS', said, { parameter: 'indicator' }));
  return [];
}

/** In the order of their numbers; those that have the same, or none, as they stand in the form. */
function sectionsOf({ use, sections }: GivenOwnReport, wrong: DomainError[]): readonly OwnSection[] {
  const chosen = OWN_SECTIONS.filter((name) => use.includes(name));
  if (chosen.length === 0) {
    wrong.push(wrongField('OWN_REPORT.NO_SECTION', 'No section was chosen.', { parameter: 'use' }));
  }
  return chosen
    .map((name) => {
      const { order, heading, text } = sections[name];
      const place = placeOf(name, order, wrong);
      const section = {
        name,
        heading: textOf(`heading-${name}`, heading.replace(/\s+/g, ' '), MOST_TITLE, wrong),
        text: textOf(`text-${name}`, text, MOST_TEXT, wrong),
      };
      return { place, section };
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ section }) => section);
}

function placeOf(name: OwnSectionName, typedOrder: string, wrong: DomainError[]): number {
  const order = typedOrder.trim();
  if (/^[1-9]\d?$/.test(order)) return Number(order);
  if (order !== '') {
    const fault = { parameter: `order-${name}`, value: typedOrder };
    wrong.push(wrongField('OWN_REPORT.ORDER', `"${order}" is no place of a section.`, fault));
  }
  return Number.MAX_SAFE_INTEGER;
}

function textOf(parameter: string, text: string, most: number, wrong: DomainError[]): string {
  const said = text.trim();
  if (said.length <= most) return said;
  wrong.push(wrongField('OWN_REPORT.TOO_LONG', `${parameter} has ${said.length} characters.`, { parameter }));
  return '';
}

function wrongField(
  code: `OWN_REPORT.${string}`,
  message: string,
  {
    parameter,
    value = '',
    reason = 'not-understood',
  }: Pick<Fault, 'parameter'> & Partial<Pick<Fault, 'value' | 'reason'>>,
): DomainError {
  return new DomainError(code, message, { kind: 'call', faults: [{ parameter, reason, value }] });
}

function bySection<Value>(make: (name: OwnSectionName) => Value): Readonly<Record<OwnSectionName, Value>> {
  return Object.fromEntries(OWN_SECTIONS.map((name) => [name, make(name)])) as Record<OwnSectionName, Value>;
}
