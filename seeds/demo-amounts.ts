/**
 * Demonstration amounts for the reference portfolio: its sheets name donors and no money (reference/README, 5), so
 * amounts follow from a rule and say that they do. The rule, with its numbers, is told in seeds/README.md.
 */

/** A row of a seed CSV, by column. */
export type SeedRow = Readonly<Record<string, string>>;

export interface Seeds {
  /** Rows of programs.csv, program-countries.csv and program-organisations.csv. */
  readonly programs: readonly SeedRow[];
  readonly places: readonly SeedRow[];
  readonly organisations: readonly SeedRow[];
}

/** What a row is, for the note that it carries. */
export type DemoKind =
  | 'pledge'
  | 'commitment'
  | 'disbursement'
  | 'disbursement-by-place'
  | 'expenditure'
  | 'returned'
  | 'without-rate';

export interface DemoTransaction {
  readonly program: string;
  readonly type: 'pledge' | 'commitment' | 'disbursement' | 'expenditure';
  /** `YYYY-MM-DD`. */
  readonly valueDate: string;
  /** In hundredths of `currency`, which all currencies used here have. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly provider: string;
  readonly receiver: string;
  readonly place: string;
  readonly kind: DemoKind;
}

export interface DemoRate {
  readonly currency: string;
  readonly date: string;
  /** US dollars for one unit of the currency, as a decimal string. */
  readonly rate: string;
}

interface Plan {
  readonly program: string;
  readonly start: string;
  /** Null: open-ended. */
  readonly end: string | null;
  readonly places: readonly string[];
  readonly receiver: string;
}

interface Donor {
  readonly name: string;
  readonly currency: string;
  /** What it gives in one year of the programme, in hundredths of its currency. */
  readonly yearlyMinor: number;
}

/** The state that the sheets describe: nothing is dated after it. */
const CUT_OFF = '2017-06-30';
const BASE_MINOR = 60_000_00;
const PER_COUNTRY_MINOR = 24_319_87;
/** A region weighs as much as so many countries, however many it holds. */
const COUNTRIES_PER_REGION = 5;
/** For how many years an open-ended programme is committed. */
const OPEN_ENDED_YEARS = 5;
const SPENT_SHARE = 7 / 8;

const CURRENCY_OF_COUNTRY = new Map([
  ['BR', 'BRL'],
  ['CA', 'CAD'],
  ['ES', 'EUR'],
  ['IT', 'EUR'],
]);

/** The transactions of every programme that names funding organisations and a start, in order of programs.csv. */
export function demoTransactions(seeds: Seeds): readonly DemoTransaction[] {
  return seeds.programs.flatMap((program) => {
    const plan = planOf(program, seeds);
    if (plan === null) return [];
    const funded = donorsOf(plan, seeds).flatMap((donor) => [
      ...promises(plan, donor),
      ...flows(plan, donor),
    ]);
    return funded.length === 0 ? [] : [...funded, ...universityContributions(plan, seeds)];
  });
}

/** A rate for every quarter, falling by the same step: of the size the currencies had, and nobody's quotation. */
export function demoRates(): readonly DemoRate[] {
  const quarters = Array.from({ length: 14 }, (_, quarter) => addMonths('2014-01-01', 3 * quarter));
  const falling = (currency: string, first: number, step: number) =>
    quarters.map((date, quarter) => ({
      currency,
      date,
      rate: ((first - step * quarter) / 10_000).toFixed(4),
    }));
  return [...falling('CAD', 9_413, 139), ...falling('EUR', 13_713, 219)];
}

function planOf(program: SeedRow, seeds: Seeds): Plan | null {
  const code = column(program, 'code');
  const [start, end] = [column(program, 'start'), column(program, 'end')];
  if (start === '') return null;
  return {
    program: code,
    start: start.length === 4 ? `${start}-01-01` : start,
    end: end === '' ? null : end.length === 4 ? `${end}-12-31` : end,
    places: seeds.places.filter((row) => row.program === code).map((row) => column(row, 'country_or_region')),
    receiver: implementerOf(program, seeds),
  };
}

/** An activity that names no implementing organisation has its parent's. */
function implementerOf(program: SeedRow, seeds: Seeds): string {
  const own = organisationsOf(column(program, 'code'), 'implementing', seeds)[0];
  if (own !== undefined) return column(own, 'organisation');
  const parent = seeds.programs.find((row) => row.code === program.parent);
  return parent === undefined ? '' : implementerOf(parent, seeds);
}

function organisationsOf(program: string, role: string, seeds: Seeds): readonly SeedRow[] {
  return seeds.organisations.filter((row) => row.program === program && row.role === role);
}

function donorsOf(plan: Plan, seeds: Seeds): readonly Donor[] {
  const rows = organisationsOf(plan.program, 'funding', seeds);
  return split(yearlyMinor(plan), rows).map(({ to, amountMinor }) => donor(to, amountMinor));
}

function donor(organisation: SeedRow, yearlyMinor: number): Donor {
  const name = column(organisation, 'organisation');
  const currency =
    name === 'European Union' ? 'EUR' : CURRENCY_OF_COUNTRY.get(column(organisation, 'country'));
  return { name, currency: currency ?? 'USD', yearlyMinor };
}

function yearlyMinor({ places }: Plan): number {
  const countries = places.reduce(
    (sum, place) => sum + (place.startsWith('region:') ? COUNTRIES_PER_REGION : 1),
    0,
  );
  return BASE_MINOR + PER_COUNTRY_MINOR * countries;
}

/** A commitment at the start for all planned years; what has not begun by the cut-off is pledged two months before. */
function promises(plan: Plan, donor: Donor): readonly DemoTransaction[] {
  const amountMinor = donor.yearlyMinor * instalments(plan).length;
  return plan.start > CUT_OFF
    ? [transaction(plan, donor, 'pledge', addMonths(plan.start, -2), amountMinor)]
    : [transaction(plan, donor, 'commitment', plan.start, amountMinor)];
}

/** What was paid, what was spent of it four months later, and what an ended programme gave back on its last day. */
function flows(plan: Plan, donor: Donor): readonly DemoTransaction[] {
  const dates = instalments(plan).filter((date) => date <= CUT_OFF);
  const paid = dates.flatMap((date, year) => disbursements(plan, donor, date, year));
  const spent = paid.flatMap((payment) => expenditure(plan, donor, payment));
  if (plan.end === null || plan.end > CUT_OFF) return [...paid, ...spent];
  const unspentMinor = donor.yearlyMinor - spentOf(donor.yearlyMinor);
  return [
    ...paid,
    ...spent,
    transaction(plan, donor, 'disbursement', plan.end, -unspentMinor, { kind: 'returned' }),
  ];
}

/** The first year's money comes undivided; from the second year on each of several places gets its own. */
function disbursements(plan: Plan, donor: Donor, date: string, year: number): readonly DemoTransaction[] {
  if (year === 0 || plan.places.length < 2) {
    return [transaction(plan, donor, 'disbursement', date, donor.yearlyMinor)];
  }
  return split(donor.yearlyMinor, plan.places).map(({ to: place, amountMinor }) =>
    transaction(plan, donor, 'disbursement', date, amountMinor, { place, kind: 'disbursement-by-place' }),
  );
}

function expenditure(plan: Plan, donor: Donor, paid: DemoTransaction): readonly DemoTransaction[] {
  const date = addMonths(paid.valueDate, 4);
  if (date > CUT_OFF) return [];
  return [
    transaction(plan, donor, 'expenditure', date, spentOf(paid.amountMinor), {
      place: paid.place,
      receiver: '',
    }),
  ];
}

/** A partner university adds a tenth of a year in its own currency: for reais there is no exchange rate. */
function universityContributions(plan: Plan, seeds: Seeds): readonly DemoTransaction[] {
  return organisationsOf(plan.program, 'partner', seeds)
    .filter((row) => row.kind === 'university')
    .map((row) => {
      const amountMinor = Math.round(yearlyMinor(plan) / 10);
      const date = addMonths(plan.start, 9);
      return transaction(plan, donor(row, 0), 'disbursement', date, amountMinor, { kind: 'without-rate' });
    });
}

/** One instalment a year, a month after each anniversary of the start, as long as the programme lasts. */
function instalments({ start, end }: Plan): readonly string[] {
  const dates: string[] = [];
  for (let year = 0; end !== null || year < OPEN_ENDED_YEARS; year += 1) {
    const date = addMonths(start, 12 * year + 1);
    if (end !== null && date > end) break;
    dates.push(date);
  }
  return dates;
}

function spentOf(amountMinor: number): number {
  return Math.round(amountMinor * SPENT_SHARE);
}

function transaction(
  { program, receiver }: Plan,
  { name: provider, currency }: Donor,
  type: DemoTransaction['type'],
  valueDate: string,
  amountMinor: number,
  more: Partial<Pick<DemoTransaction, 'place' | 'receiver' | 'kind'>> = {},
): DemoTransaction {
  return {
    program,
    type,
    valueDate,
    amountMinor,
    currency,
    provider,
    receiver,
    place: '',
    kind: type,
    ...more,
  };
}

/** The first gets most: of three, three, two and one sixths. Cents left over go to the first parts, one each. */
function split<To>(
  amountMinor: number,
  among: readonly To[],
): readonly { readonly to: To; readonly amountMinor: number }[] {
  const whole = (among.length * (among.length + 1)) / 2;
  const floors = among.map((_, index) => Math.floor((amountMinor * (among.length - index)) / whole));
  const left = amountMinor - floors.reduce((sum, part) => sum + part, 0);
  return among.map((to, index) => ({ to, amountMinor: (floors[index] ?? 0) + (index < left ? 1 : 0) }));
}

/** The same day of another month, at most the 28th, which every month has. */
function addMonths(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const parts = [Math.floor(month / 12), (month % 12) + 1, Math.min(Number(day.slice(8)), 28)];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function column(row: SeedRow, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`A seed file has no column "${name}".`);
  return value;
}
