import { EVERYTHING, type RoleRights, type Scope } from '../access/index.ts';
import { NOT_RECORDED, NOT_SPLIT } from '../core/dimension.ts';
import { DomainError } from '../core/errors.ts';
import { type Period, parsePeriod, type Window } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import { ANNEXES, type AnnexName, annexesIn } from '../core/report/annexes.ts';
import {
  DONOR_REPORTS,
  isDonorReport,
  REPORT_DEFINITIONS,
  REPORTS,
  type ReportName,
  SCOPES,
  type ScopeName,
} from '../core/report/definitions.ts';
import {
  lastDayOf,
  type OwnReport,
  type OwnReportName,
  ownReportName,
  ownWindow,
} from '../core/report/own-report.ts';
import { PAPERS, type Paper } from '../core/report/paper.ts';
import { LANGUAGES, type Language } from '../core/text.ts';
import { mayHaveReport } from '../core/visibility/visibility.ts';

export { PAPERS, type Paper, REPORTS, type ReportName };

/** A report as people ask for it: every field may be wrong. */
export interface ReportRequest {
  readonly report: string;
  /** `2017-06`, `2017-Q2` or `2017`. */
  readonly period: string;
  readonly pillar?: string | undefined;
  readonly country?: string | undefined;
  readonly donor?: string | undefined;
  /** `en` without it. */
  readonly lang?: string | undefined;
  /** `a4` without it. */
  readonly paper?: string | undefined;
  /** Names of annexes with commas between them; none without it. */
  readonly annex?: string | undefined;
  /** As known at a moment, or at the end of a day; as known now without it. */
  readonly 'as-of'?: string | undefined;
}

/** The slice of the portfolio that a report is about. */
export type ReportFilter = Readonly<Partial<Record<ScopeName, string>>>;

/** A report that can be made, but for codes that the data may not know. */
export interface ReportOrder {
  readonly report: ReportName | OwnReportName;
  /** What somebody has put together, and the days that it is about; null: one of ours, which is to date. */
  readonly own: (OwnReport & { readonly window: Window }) | null;
  /** Up to the cut-off: of a period that is still running, the part that has passed. */
  readonly period: Period;
  readonly cutOff: Day;
  /** The period's last day is not over. */
  readonly running: boolean;
  readonly filter: ReportFilter;
  /** Code of the country or donor that the report cannot do without; empty where it needs none. */
  readonly about: string;
  /** Whose eyes the facts are read with. */
  readonly scope: Scope;
  readonly language: Language;
  readonly paper: Paper;
  readonly annexes: readonly AnnexName[];
  /** As known when; null: now. */
  readonly asOf: Date | null;
}

/**
 * A request as an order, on the day `today`, as known at `asOf`. What a donor
 * may have of itself is read with the donor's own scope, so that another donor's money cannot be in it.
 *
 * @throws DomainError `REPORT.UNKNOWN` (missing); `REPORT.UNKNOWN_PERIOD`, `REPORT.NOT_BEGUN`, `REPORT.NOT_BEGUN_THEN`,
 *   `REPORT.SCOPE`, `REPORT.UNKNOWN_LANGUAGE`, `REPORT.UNKNOWN_PAPER`,
 *   `REPORT.UNKNOWN_ANNEX` (call).
 * @example readRequest({ report: 'portfolio', period: '2017-06' }, roles, '2017-06-15')
 *   // { period: { key: '2017-06', to: '2017-06-15', … }, cutOff: '2017-06-15', running: true, … }
 */
export function readRequest(
  request: ReportRequest,
  roles: Pick<RoleRights, 'ownReader'>,
  today: Day,
  asOf: Date | null = null,
): ReportOrder {
  const report = oneOf(REPORTS, request.report, 'report');
  const time = timeOf(request, today, asOf);
  const filter = filterOf(report, REPORT_DEFINITIONS[report], request);
  const about = aboutOf(report, filter);
  const scope = isDonorReport(report) ? roles.ownReader(about) : EVERYTHING;
  return { report, own: null, ...time, filter, about, scope, ...editionOf(request), asOf };
}

/**
 * The same of a report that somebody has put together. Asked for of a donor it is read with the donor's own eyes, and
 * otherwise with those of whoever asks. What it narrows to by itself can be narrowed further, and not be changed.
 *
 * @param reader whose eyes it is read with where no donor is named
 * @throws DomainError as `readRequest`
 */
export function readOwnRequest(
  request: ReportRequest,
  own: OwnReport,
  {
    roles,
    reader,
    today,
    fiscalMonth,
    asOf = null,
  }: {
    readonly roles: Pick<RoleRights, 'ownReader'>;
    readonly reader: Scope;
    readonly today: Day;
    readonly fiscalMonth: number;
    readonly asOf?: Date | null;
  },
): ReportOrder {
  const report = ownReportName(own.slug);
  const { period, cutOff, running } = timeOf(request, today, asOf);
  const filter = filterOf(report, { needs: null, takes: SCOPES }, request);
  for (const name of SCOPES) {
    const [code, set] = [filter[name], own.definition.filter[name]];
    if (code === undefined || set === undefined || set.includes(code)) continue;
    throw scopeError(`${report} is about another ${name}.`, `Leave out the ${name}.`);
  }
  const window = ownWindow(own.definition.period, period, fiscalMonth);
  if (window.from !== undefined && window.from > cutOff) {
    const key = own.definition.period;
    throw asOf === null
      ? notBegun({ key, from: window.from }, cutOff)
      : notBegunThen({ key, from: window.from }, cutOff);
  }
  return {
    report,
    own: { slug: own.slug, title: own.title, definition: own.definition, window },
    period,
    cutOff: lastDayOf(window, cutOff),
    running,
    filter,
    about: '',
    scope: filter.donor === undefined ? reader : roles.ownReader(filter.donor),
    ...editionOf(request),
    asOf,
  };
}

/** The period that is asked for, as far as it has passed. */
function timeOf(
  request: ReportRequest,
  today: Day,
  asOf: Date | null,
): Pick<ReportOrder, 'period' | 'cutOff' | 'running'> {
  const period = parsePeriod(request.period);
  if (period.from > today) throw asOf === null ? notBegun(period, today) : notBegunThen(period, today);
  const running = period.to >= today;
  const cutOff = running ? today : period.to;
  return { period: { ...period, to: cutOff }, cutOff, running };
}

function editionOf(request: ReportRequest): Pick<ReportOrder, 'language' | 'paper' | 'annexes'> {
  return {
    language: oneOf(LANGUAGES, request.lang ?? 'en', 'language'),
    paper: oneOf(PAPERS, request.paper ?? 'a4', 'paper'),
    annexes: annexesOf(request.annex ?? ''),
  };
}

/**
 * The order as `scope` may give it: an organisation of donors has the donors' reports made of itself, and whoever sees everything
 * has any.
 *
 * @throws DomainError `REPORT.UNKNOWN` (missing): not yours is not there
 */
export function orderFor(scope: Scope, order: ReportOrder): ReportOrder {
  // What is read with somebody's own eyes shows nothing that is another's.
  if (order.own !== null && order.scope === scope) return order;
  if (mayHaveReport(scope, madeForOf(order))) return order;
  throw new DomainError('REPORT.UNKNOWN', 'There is no such report.', {
    kind: 'missing',
    remedy: `A donor can have the ${DONOR_REPORTS.join(', ')} of its own organisation.`,
  });
}

/** The organisation with whose eyes a report's figures are read, which may have it; null: it is the whole organisation's. */
export function madeForOf({ scope }: Pick<ReportOrder, 'scope'>): string | null {
  return scope.organisations[0] ?? null;
}

function filterOf(
  report: ReportOrder['report'],
  { needs, takes }: { readonly needs: ScopeName | null; readonly takes: readonly ScopeName[] },
  request: ReportRequest,
): ReportFilter {
  const given = SCOPES.flatMap((name) => {
    const code = request[name];
    return code === undefined ? [] : [{ name, code }];
  });
  for (const { name, code } of given) {
    if (name !== needs && !takes.includes(name)) {
      throw scopeError(`${report} takes no ${name}.`, `Leave out the ${name}.`);
    }
    if (code === NOT_SPLIT || code === NOT_RECORDED) {
      throw scopeError(`"${code}" is no ${name} of its own.`, `Name a ${name} by its code.`);
    }
  }
  return Object.fromEntries(given.map(({ name, code }) => [name, code]));
}

function aboutOf(report: ReportName, filter: ReportFilter): string {
  const { needs } = REPORT_DEFINITIONS[report];
  const about = needs === null ? '' : filter[needs];
  if (about === undefined) throw scopeError(`${report} needs a ${needs}.`, `Name the ${needs} by its code.`);
  return about;
}

function annexesOf(asked: string): ReportOrder['annexes'] {
  const annexes = annexesIn(asked);
  if (annexes !== null) return annexes;
  throw new DomainError('REPORT.UNKNOWN_ANNEX', `There is no such annex: "${asked}".`, {
    kind: 'call',
    remedy: `Name annexes with commas between them: ${ANNEXES.join(', ')}.`,
  });
}

function oneOf<const Value extends string>(
  known: readonly Value[],
  given: string,
  what: keyof typeof UNKNOWN,
): Value {
  const found = known.find((each) => each === given);
  if (found !== undefined) return found;
  throw new DomainError(UNKNOWN[what].code, `There is no ${what} "${given}".`, {
    kind: UNKNOWN[what].kind,
    remedy: `Choose one of ${known.join(', ')}.`,
  });
}

const UNKNOWN = {
  report: { code: 'REPORT.UNKNOWN', kind: 'missing' },
  language: { code: 'REPORT.UNKNOWN_LANGUAGE', kind: 'call' },
  paper: { code: 'REPORT.UNKNOWN_PAPER', kind: 'call' },
} as const;

function scopeError(message: string, remedy: string): DomainError {
  return new DomainError('REPORT.SCOPE', message, { kind: 'call', remedy });
}

function notBegun({ key, from }: Pick<Period, 'key' | 'from'>, today: Day): DomainError {
  return new DomainError(
    'REPORT.NOT_BEGUN',
    `The period ${key} begins on ${from}, and today is ${today}: there is nothing to report yet.`,
    { kind: 'call', remedy: 'Choose a period that has begun.', values: { period: key } },
  );
}

/** @param then the day as of which it was asked */
function notBegunThen({ key, from }: Pick<Period, 'key' | 'from'>, then: Day): DomainError {
  return new DomainError(
    'REPORT.NOT_BEGUN_THEN',
    `The period ${key} begins on ${from}: as known on ${then} there was nothing to report yet.`,
    {
      kind: 'call',
      remedy: 'Choose a period that had begun by then, or a later moment.',
      values: { period: key, day: then },
    },
  );
}
