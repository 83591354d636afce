import type { LocalText } from '../../src/core/text.ts';
import { figuresOf } from './figures.ts';
import { type MadeProgram, programsOf } from './programs.ts';
import { transactionsOf } from './transactions.ts';
import {
  AXES,
  countriesOf,
  donorsOf,
  exchangeRates,
  firstDay,
  implementersOf,
  indicatorsOf,
  lastDay,
  MONTHS,
  PILLARS,
  regionsOf,
  type Scale,
} from './words.ts';

/** A cell as the database takes it; a text in its languages as an object. */
export type Cell = string | number | LocalText | null;

/** Rows of one table, made as they are asked for, any number of times. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Everything of a generated portfolio, approved, table by table, those that others refer to first. */
export function portfolioRows(scale: Scale): readonly TableRows[] {
  const programs = programsOf(scale);
  return [...words(scale), ...programTables(programs), ...figureTables(scale, programs)];
}

function words(scale: Scale): readonly TableRows[] {
  const countries = countriesOf(scale);
  const regions = regionsOf(scale);
  return [
    of(
      'pillars',
      'code, name',
      PILLARS.map((code) => [code, text(`Pillar ${code}`)]),
    ),
    of('places', 'code, kind, name', [
      ...countries.map((code) => [code, 'country', null]),
      ...regions.map(({ code }) => [code, 'region', text(`Region ${code.slice('region:'.length)}`)]),
    ]),
    of(
      'region_countries',
      'region, country',
      regions.flatMap((region) => region.countries.map((country) => [region.code, country])),
    ),
    of(
      'memberships',
      'country, member_from',
      countries.map((code) => [code, '1950-01-01']),
    ),
    of('organisations', 'code, name, kind, country', [
      ...donorsOf(scale).map((code, at) => [
        code,
        text(`Donor ${at + 1}`),
        'government',
        countries[at] ?? null,
      ]),
      ...implementersOf(scale).map((code, at) => [code, text(`Implementer ${at + 1}`), 'network', null]),
    ]),
    of('terms', 'list, code, label', [
      ...Object.keys(AXES).map((axis) => ['axis', axis, text(axis)]),
      ...Object.entries(AXES).flatMap(([axis, parts]) => parts.map((part) => [axis, part, text(part)])),
      ...['government', 'network'].map((kind) => ['organisation-kind', kind, text(kind)]),
    ]),
    of(
      'indicators',
      'code, name, unit, measure, combine_time, combine_place, people',
      indicatorsOf(scale).map(({ code, name, unit, measure, combineTime, combinePlace, people }) => [
        code,
        name,
        unit,
        measure,
        combineTime,
        combinePlace,
        people,
      ]),
    ),
    of(
      'exchange_rates',
      'currency, date, rate, source',
      exchangeRates().map(({ currency, date, rate, source }) => [currency, date, rate, source]),
    ),
  ];
}

function programTables(programs: readonly MadeProgram[]): readonly TableRows[] {
  return [
    of(
      'programs',
      'code, parent, title, summary, status, starts_on, start_precision, ends_on, end_precision',
      programs.map(({ code, parent, starts, ends }) => [
        code,
        parent,
        text(`Programme ${code}`),
        text(`What programme ${code} is for, in one sentence that is about as long as such sentences are.`),
        ends !== null && ends < MONTHS ? 'closed' : 'ongoing',
        firstDay(starts),
        'month',
        ends === null ? null : lastDay(ends),
        ends === null ? 'none' : 'month',
      ]),
    ),
    of(
      'program_pillars',
      'program, pillar, share',
      programs.flatMap(({ code, own }) => own.pillars.map((pillar) => [code, pillar.code, pillar.share])),
    ),
    of(
      'program_places',
      'program, place, share',
      programs.flatMap(({ code, own }) => own.places.map((place) => [code, place.code, place.share])),
    ),
    of(
      'program_organisations',
      'program, organisation, role',
      programs.flatMap(({ code, own, implementers }) => [
        ...own.funders.map((funder) => [code, funder, 'funding']),
        ...implementers.map((implementer) => [code, implementer, 'implementing']),
      ]),
    ),
  ];
}

function figureTables(scale: Scale, programs: readonly MadeProgram[]): readonly TableRows[] {
  const figureOf = figuresOf(scale, programs);
  const transactionOf = transactionsOf(programs);
  return [
    of(
      'results',
      `id, program, indicator, measure, kind, place, period_start, period_end, date_precision, qualifier, value,
        value_high, denominator, note, part_of, status, approved_at, approved_by`,
      made(scale.results, function* (row) {
        const made = figureOf(row);
        yield [
          made.id,
          made.program,
          made.indicator,
          made.measure,
          made.kind,
          made.place,
          made.periodStart,
          made.periodEnd,
          made.datePrecision,
          made.qualifier,
          made.value,
          made.valueHigh,
          made.denominator,
          made.note === null ? null : text(made.note),
          made.partOf,
          ...approved(made.approvedAt),
        ];
      }),
    ),
    of(
      'result_parts',
      'result, axis, part, value',
      made(scale.results, function* (row) {
        const { id, breakdown } = figureOf(row);
        for (const { axis, part, value } of breakdown) yield [id, axis, part, value];
      }),
    ),
    of(
      'transactions',
      `id, program, type, value_date, amount_minor, currency, provider, receiver, place, converted_minor, rate,
        rate_date, rate_source, status, approved_at, approved_by`,
      made(scale.transactions, function* (row) {
        const made = transactionOf(row);
        yield [
          made.id,
          made.program,
          made.type,
          made.valueDate,
          made.amountMinor,
          made.currency,
          made.provider,
          made.receiver,
          made.place,
          made.conversion?.amountMinor ?? null,
          made.conversion?.rate ?? null,
          made.conversion?.rateDate ?? null,
          made.conversion?.source ?? null,
          ...approved(made.approvedAt),
        ];
      }),
    ),
  ];
}

function of(table: string, columns: string, rows: Iterable<readonly Cell[]>): TableRows {
  return { table, columns: columns.split(/,\s*/), rows };
}

/** What each of so many rows gives. */
function made(count: number, rowsOf: (row: number) => Iterable<readonly Cell[]>): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (let row = 0; row < count; row += 1) yield* rowsOf(row);
    },
  };
}

function approved(at: string): readonly Cell[] {
  return ['approved', at, 'generated'];
}

function text(english: string): LocalText {
  return { en: english };
}
