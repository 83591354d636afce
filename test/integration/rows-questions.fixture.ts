import fc from 'fast-check';
import type { Dimension } from '../../src/core/aggregate.ts';
import type { Facts, Filter } from '../../src/core/facts.ts';
import type { Figures } from '../../src/core/figures.ts';
import { TRANSACTION_TYPES } from '../../src/core/funding.ts';
import { oneOrMore } from '../../src/core/one-or-more.ts';
import type { PageRequest, RowPage } from '../../src/core/row-page.ts';

const DIMENSIONS: readonly Dimension[] = [
  'pillar',
  'country',
  'donor',
  'program',
  'year',
  'quarter',
  'month',
  'axis:sex',
  'axis:mode',
];
const DAYS = [
  '2015-12-31',
  '2016-06-30',
  '2017-01-01',
  '2017-06-30',
  '2019-03-31',
  '2022-12-31',
  '2026-03-31',
];
const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const often = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

/** One as often as several. */
const oneOrSeveral = (most: number) =>
  fc.oneof(fc.tuple(fc.nat(most)), fc.array(fc.nat(most), { minLength: 2, maxLength: 4 }));

/** What is asked of rows; which of each thing there is, is chosen by number. */
export const anyQuestion = fc.record({
  about: fc.constantFrom(
    ...([
      'results',
      'entries',
      'targets',
      'reportedFor',
      'programs',
      'counts',
      'gaps',
      'axes',
      'leftOut',
      'single',
    ] as const),
  ),
  pillar: rarely(oneOrSeveral(10)),
  country: rarely(oneOrSeveral(40)),
  donor: rarely(oneOrSeveral(20)),
  program: rarely(oneOrSeveral(60)),
  indicator: often(oneOrSeveral(40)),
  from: rarely(fc.constantFrom(...DAYS)),
  to: rarely(fc.constantFrom(...DAYS)),
  kind: fc.constantFrom('actual' as const, 'target' as const, undefined),
  type: fc.constantFrom(...TRANSACTION_TYPES),
  by: rarely(fc.constantFrom(...DIMENSIONS)),
  key: rarely(fc.nat(30)),
  countedBy: fc.constantFrom('pillar' as const, 'country' as const, 'donor' as const, 'program' as const),
  cutOff: fc.constantFrom(...DAYS),
  isCut: fc.boolean(),
  concerning: rarely(fc.nat(40)),
  begunBy: rarely(fc.constantFrom(...DAYS)),
  isOnSheet: fc.boolean(),
  search: rarely(fc.constantFrom('p', 'Programa 1', '00', 'ação', 'no such', 'PUERTO manana')),
  order: fc.nat(3),
  limit: fc.constantFrom(1, 7, 60, undefined),
  place: fc.nat(400),
  most: fc.constantFrom(0, 3, undefined),
});
export type Asked = typeof anyQuestion extends fc.Arbitrary<infer Value> ? Value : never;

/** `ask` of figures, and what is asked in words. */
export interface AskedOfFigures {
  readonly words: unknown;
  ask(figures: Figures): Promise<unknown>;
}

/** The questions that numbers choose of a portfolio. */
export function questionsOf(facts: Facts, asked: Asked): readonly AskedOfFigures[] {
  const { about, kind, type, by, cutOff, countedBy, most } = asked;
  const filter = filterOf(facts, asked);
  const key = asked.key === undefined ? undefined : keyAt(facts, asked);
  const row = given({ by, key });
  const listed = <Row>(
    words: unknown,
    of: (figures: Figures, page?: PageRequest) => Promise<RowPage<Row>>,
  ) => ({
    words,
    ask: (figures: Figures) => walk((page) => of(figures, page), asked),
  });
  const query = {
    filter,
    begunBy: asked.begunBy ?? null,
    ...given({ sheetDay: asked.isOnSheet ? cutOff : undefined, search: asked.search }),
  };
  switch (about) {
    case 'results': {
      const country = asked.concerning === undefined ? undefined : countryAt(facts, asked.concerning);
      const selection = {
        filter,
        ...row,
        ...given({
          kind,
          cutOff: asked.isCut ? cutOff : undefined,
          inOrderOf: ([undefined, 'period', 'newest', 'value'] as const)[asked.order],
          concerning: country === undefined ? undefined : { country, day: cutOff },
        }),
      };
      return [listed(selection, (figures, page) => figures.results(selection, page))];
    }
    case 'entries': {
      const inOrderOf = (['value-date', 'id', 'newest', 'amount'] as const)[asked.order];
      const selection = { type, filter, ...row, ...given({ inOrderOf }) };
      const asPaid = { type, filter };
      return [
        listed(selection, (figures, page) => figures.entries(selection, page)),
        { words: { asPaid }, ask: (figures) => figures.amountsAsPaid(asPaid) },
      ];
    }
    case 'targets': {
      const inOrderOf = ([undefined, 'period', 'concern', 'concern'] as const)[asked.order];
      const targets = { filter, cutOff, ...given({ inOrderOf }) };
      return [listed({ targets }, (figures, page) => figures.targets(targets, page))];
    }
    case 'reportedFor': {
      const targets = facts.results.filter((each) => each.kind === 'target');
      const target = targets[asked.place % targets.length];
      if (target === undefined) return [];
      const reported = { filter, cutOff };
      return [listed({ target, reported }, (figures, page) => figures.reportedFor(target, reported, page))];
    }
    case 'programs': {
      const inOrderOf = ([undefined, 'code', 'tree', 'newest'] as const)[asked.order];
      const programs = { ...query, ...given({ inOrderOf }) };
      return [listed({ programs }, (figures, page) => figures.programs(programs, page))];
    }
    case 'counts':
      return [
        { words: { counts: query }, ask: (figures) => figures.programCounts(query) },
        { words: { countedBy, query }, ask: (figures) => figures.programCountsBy(query, countedBy) },
      ];
    case 'gaps': {
      const ofPrograms = { filter, cutOff, begunBy: query.begunBy, ...given({ most }) };
      const gaps = { ...ofPrograms, staleBefore: '2019-01-01' };
      return [
        { words: { ofPrograms }, ask: (figures) => figures.programGaps(ofPrograms) },
        { words: { gaps }, ask: (figures) => figures.gaps(gaps) },
      ];
    }
    case 'leftOut': {
      const indicator = facts.indicators[(asked.indicator?.[0] ?? 0) % facts.indicators.length]?.code ?? '';
      const { indicator: _, ...rest } = filter;
      const of = by === undefined || key === undefined ? {} : { row: { by, key } };
      const query = { indicator, kind: kind ?? ('actual' as const), filter: rest, ...of };
      const named = most ?? 50;
      return [{ words: { leftOut: query }, ask: (figures) => figures.leftOut(query, named) }];
    }
    case 'axes': {
      const indicator = facts.indicators[(asked.indicator?.[0] ?? 0) % facts.indicators.length]?.code ?? '';
      const { indicator: _, ...rest } = filter;
      const axes = { indicator, kind: kind ?? ('actual' as const), filter: rest };
      return [
        { words: { axes }, ask: (figures) => figures.axesOf(axes) },
        { words: { begun: axes }, ask: (figures) => figures.begunEarlier(axes) },
      ];
    }
    case 'single':
      return singles(facts, asked);
  }
}

function singles(facts: Facts, { place, limit, signs }: Asked & { readonly signs?: readonly string[] }) {
  const nth = <Row>(rows: readonly Row[]) => rows[place % rows.length];
  const code = nth(facts.programs)?.code ?? '';
  const [result = '', transaction = ''] = [nth(facts.results)?.id, nth(facts.transactions)?.id];
  const some = facts.programs.slice(place % facts.programs.length).map((program) => program.code);
  const asked: readonly (readonly [unknown, (figures: Figures) => Promise<unknown>])[] = [
    [{ result }, (figures) => figures.result(result)],
    ['no result', (figures) => figures.result('none')],
    [{ transaction }, (figures) => figures.transaction(transaction)],
    [{ code }, (figures) => figures.program(code)],
    ['no programme', (figures) => figures.program('NONE')],
    [
      { activities: code },
      (figures) => figures.activities(code, limit === undefined ? undefined : { limit }),
    ],
    [{ some }, (figures) => figures.standings([...some, 'NONE', ...some])],
    ['titles', (figures) => figures.programTitles()],
    [{ spelling: code }, (figures) => figures.programSpelling(code.toLowerCase())],
    ['spelling', (figures) => figures.programSpelling('nosuch')],
    [{ signs }, (figures) => figures.cellsHolding(signs ?? ['😀', 'ñ'])],
    ['plain signs', (figures) => figures.cellsHolding(['about'])],
  ];
  return asked.map(([words, ask]) => ({ words, ask }));
}

/** Forward page by page from one of them, at most a few, and back again; without a limit, all at once. */
async function walk<Row>(
  ask: (page?: PageRequest) => Promise<RowPage<Row>>,
  { limit, place }: Asked,
): Promise<unknown> {
  if (limit === undefined) return ask();
  const pages: RowPage<Row>[] = [await ask({ limit })];
  for (let pageNumber = 0; pageNumber < 3 + (place % 3); pageNumber += 1) {
    const cursor = pages.at(-1)?.next;
    if (cursor === undefined || cursor === null) break;
    pages.push(await ask({ limit, cursor }));
  }
  for (let back = pages.at(-1)?.previous; back !== undefined; back = pages.at(-1)?.previous) {
    pages.push(await ask(back === null ? { limit } : { limit, cursor: back }));
  }
  // As a piece of all rows too, but for what the last one alone says of all.
  const { next, rows: first } = pages[0] ?? { next: null, rows: [] };
  const piece = next === null ? null : await ask({ limit, cursor: next, isCounted: false });
  const told = piece === null ? first : [piece.rows, piece.next, piece.total, piece.previous];
  return [pages, told, await ask({ limit, cursor: 'no-such-row' }).catch((fault: unknown) => fault)];
}

function filterOf(facts: Facts, asked: Asked): Filter {
  const nth = (
    rows: readonly { readonly code: string }[],
    asked: readonly number[] = [],
    more: readonly string[] = [],
  ) => {
    const codes = [...rows.map(({ code }) => code), ...more];
    return oneOrMore(asked.flatMap((n) => codes[n % codes.length] ?? []));
  };
  return given({
    pillar: nth(facts.pillars, asked.pillar, ['not-split']),
    country: nth(facts.places, asked.country, ['not-split', 'not-recorded']),
    donor: nth(facts.organisations, asked.donor, ['not-recorded', 'not-split']),
    program: nth(facts.programs, asked.program),
    indicator: nth(facts.indicators, asked.indicator),
    from: asked.from,
    to: asked.to,
  });
}

function keyAt(facts: Facts, { by, key = 0 }: Asked): string {
  const keys: Readonly<Record<string, readonly string[]>> = {
    pillar: [...facts.pillars.map(({ code }) => code), 'not-split'],
    country: [...facts.places.map(({ code }) => code), 'not-recorded'],
    donor: [...facts.organisations.map(({ code }) => code), 'not-split', 'not-recorded'],
    program: facts.programs.map(({ code }) => code),
    year: ['2016', '2017', '2020', 'undated'],
    month: ['2017-06', '2020-12', 'undated'],
  };
  const among = keys[by ?? ''] ?? ['female', 'male', 'online', 'not-recorded', 'not-split', ''];
  return among[key % among.length] ?? '';
}

function countryAt(facts: Facts, n: number): string | undefined {
  const countries = facts.places.filter(({ kind }) => kind === 'country');
  return countries[n % countries.length]?.code;
}

/** Without what is not said. */
function given<Fields extends object>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
