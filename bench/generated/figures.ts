import type { BreakdownPart, Indicator, Qualifier, Result } from '../../src/core/result.ts';
import {
  type Draw,
  drawsOf,
  falls,
  idOf,
  pick,
  skewed,
  type Weights,
  weighted,
  weights,
  whole,
  zipf,
} from './draws.ts';
import type { MadeProgram } from './programs.ts';
import {
  AXES,
  countriesOf,
  dayOf,
  FIRST_YEAR,
  firstDay,
  indicatorsOf,
  lastDay,
  MONTHS,
  regionsOf,
  type Scale,
} from './words.ts';

/** A result as it is stored. */
export type MadeFigure = Omit<Result, 'note' | 'noteFor' | 'evidence'> & {
  readonly measure: Indicator['measure'];
  readonly note: string | null;
};

const LEADING_SHARE = 0.2;
/** One in so many is held by the one before it. */
const PARTS_OF = 100;

/** The result of each row, in any order. */
export function figuresOf(scale: Scale, programs: readonly MadeProgram[]): (row: number) => MadeFigure {
  const indicators = indicatorsOf(scale);
  const others = zipf(indicators.length - 1, 0.6);
  const regions = new Map(regionsOf(scale).map(({ code, countries }) => [code, countries]));
  const countries = countriesOf(scale);
  const byCountry = zipf(countries.length, 0.8);

  const indicatorIn = (draw: Draw) =>
    indicators[falls(draw, LEADING_SHARE) ? 0 : 1 + weighted(draw, others)] as Indicator;
  const placeIn = (draw: Draw, { effective }: MadeProgram): string | null => {
    if (falls(draw, 0.25)) return null;
    if (effective.places.length === 0 || falls(draw, 0.05))
      return countries[weighted(draw, byCountry)] ?? null;
    const { code } = pick(draw, effective.places);
    const members = regions.get(code);
    return members === undefined || falls(draw, 0.5) ? code : pick(draw, members);
  };

  const figureOf = (row: number): MadeFigure => {
    const draw = drawsOf('results', row);
    const program = programIn(draw, programs);
    const indicator = indicatorIn(draw);
    const kind = falls(draw, 0.1) ? 'target' : 'actual';
    const month = monthIn(draw, program);
    const period = falls(draw, 0.02) ? UNDATED : periodIn(draw, month);
    const value = valueIn(draw, indicator, month - program.starts);
    return {
      id: idOf('results', row),
      program: program.code,
      indicator: indicator.code,
      measure: indicator.measure,
      kind,
      place: placeIn(draw, program),
      ...period,
      ...value,
      ...qualifierIn(draw, indicator, value.value),
      breakdown: breakdownIn(draw, indicator, value.value),
      baseline: null,
      partOf: null,
      note: falls(draw, 0.3) ? `Activity ${whole(draw, 10_000)}` : null,
      approvedAt: `${dayOf(Math.min(MONTHS, month + 12), 10)}T12:00:00Z`,
    };
  };
  return (row) => (row % PARTS_OF === PARTS_OF - 1 ? partOf(figureOf(row - 1), row) : figureOf(row));
}

/** Half of what another one says, and in it already (rule 9). */
function partOf(whole: MadeFigure, row: number): MadeFigure {
  const value = Math.floor(whole.value / 2);
  const once = { qualifier: 'exact', valueHigh: null, breakdown: [] } as const;
  return { ...whole, ...once, id: idOf('results', row), value, partOf: whole.id };
}

/** A few programmes have many of them: the first hundredth has an eighteenth. */
export function programIn(draw: Draw, programs: readonly MadeProgram[]): MadeProgram {
  return programs[Math.floor(programs.length * draw() ** 1.6)] as MadeProgram;
}

/** A month in which the programme goes on. */
export function monthIn(draw: Draw, { starts, ends }: MadeProgram): number {
  const last = Math.min(MONTHS - 1, ends ?? MONTHS);
  return starts + whole(draw, last - starts + 1);
}

type Period = Pick<MadeFigure, 'periodStart' | 'periodEnd' | 'datePrecision'>;
const UNDATED: Period = { periodStart: null, periodEnd: null, datePrecision: 'none' };

/** A month, the quarter that ends with it, its year, or some days of it. */
function periodIn(draw: Draw, month: number): Period {
  const which = draw();
  if (which < 0.5) return { periodStart: firstDay(month), periodEnd: lastDay(month), datePrecision: 'month' };
  if (which < 0.75) {
    return {
      periodStart: firstDay(Math.max(0, month - 2)),
      periodEnd: lastDay(month),
      datePrecision: 'month',
    };
  }
  if (which < 0.92) {
    const year = FIRST_YEAR + Math.floor(month / 12);
    return { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, datePrecision: 'year' };
  }
  const day = 1 + whole(draw, 20);
  return {
    periodStart: dayOf(month, day),
    periodEnd: dayOf(month, day + whole(draw, 6)),
    datePrecision: 'day',
  };
}

/** Of `latest`, what has come about since the programme began. */
function valueIn(
  draw: Draw,
  { measure, combineTime }: Indicator,
  monthsIn: number,
): Pick<MadeFigure, 'value' | 'denominator'> {
  if (measure === 'rate') return { value: whole(draw, 1001) / 10, denominator: null };
  if (measure === 'amount') return { value: skewed(draw, 10_000, 5_000_000) / 100, denominator: null };
  if (measure === 'ratio') {
    const denominator = skewed(draw, 10, 5000);
    return { value: whole(draw, denominator + 1), denominator };
  }
  if (combineTime === 'latest') return { value: skewed(draw, 3, 50) * (monthsIn + 1), denominator: null };
  return { value: skewed(draw, 5, 5000), denominator: null };
}

const QUALIFIERS: readonly Qualifier[] = ['exact', 'about', 'at least', 'at most', 'range'];
const OF_COUNTS: Weights = weights([85, 8, 4, 1, 2]);
const OF_OTHERS: Weights = weights([95, 5]);

function qualifierIn(
  draw: Draw,
  { measure }: Indicator,
  value: number,
): Pick<MadeFigure, 'qualifier' | 'valueHigh'> {
  const qualifier = QUALIFIERS[weighted(draw, measure === 'count' ? OF_COUNTS : OF_OTHERS)] ?? 'exact';
  return { qualifier, valueHigh: qualifier === 'range' ? value + 1 + whole(draw, value + 1) : null };
}

/** By sex of every second figure of people, by mode of some; a part that was not recorded stands among them. */
function breakdownIn(draw: Draw, { people, measure }: Indicator, value: number): readonly BreakdownPart[] {
  if (people === null || measure !== 'count') return [];
  const bySex = falls(draw, 0.5) ? partsOf(draw, 'sex', value) : [];
  const byMode = falls(draw, 0.15) ? partsOf(draw, 'mode', value) : [];
  return [...bySex, ...byMode];
}

function partsOf(draw: Draw, axis: keyof typeof AXES, value: number): readonly BreakdownPart[] {
  const [first, second, unknown] = AXES[axis];
  const ones = whole(draw, value + 1);
  const twos = falls(draw, 0.1) ? whole(draw, value - ones + 1) : value - ones;
  const rest = value - ones - twos;
  const parts = [
    { axis, part: first, value: ones },
    { axis, part: second, value: twos },
  ];
  return rest === 0 ? parts : [...parts, { axis, part: unknown, value: rest }];
}
