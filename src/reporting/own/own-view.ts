import { filterOf, pageQuery, type View, withCodes } from '../../analytics/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { Filter } from '../../core/facts.ts';
import { onlyOne } from '../../core/one-or-more.ts';
import { OWN_FILTERS, type OwnDefinition, type OwnFilterName } from '../../core/report/own-report.ts';
import { readParameters } from '../../platform/errors/parameters.ts';
import type { Understood } from './own-report-form.ts';

type Portfolio = Pick<View, 'figures' | 'names'>;
/** What is asked for beside what a report narrows to by itself. */
type Narrowing = Readonly<Partial<Record<OwnFilterName, string>>>;

/** What a report narrows to, as the query of a page says it; what is asked for besides stands in its place. */
export function ownQuery({ filter }: Pick<OwnDefinition, 'filter'>, narrowing: Narrowing = {}) {
  const given = OWN_FILTERS.flatMap((name) => {
    const values = narrowing[name] === undefined ? (filter[name] ?? []) : [narrowing[name]];
    return values.length === 0 ? [] : [[name, values.length === 1 ? values[0] : values]];
  });
  return readParameters(pageQuery, Object.fromEntries(given));
}

/**
 * The filter of a report, with every code of it checked against what its reader may see. An indicator of which its reader
 * sees nothing is no fault of it: the report says nothing of that one.
 *
 * @throws DomainError `OWN_REPORT.GONE` (refused)
 */
export async function ownFilter(
  definition: OwnDefinition,
  narrowing: Narrowing,
  portfolio: Portfolio,
): Promise<Filter> {
  try {
    return await filterOf(ownQuery(definition, narrowing), portfolio);
  } catch (error) {
    throw isMistaken(error) ? gone(error) : error;
  }
}

/**
 * What a form asks for with codes in place of the names that were typed. Each name that stands for nothing, or for several,
 * is an error `OWN_REPORT.NAMED` (call) with the field that is meant.
 */
export async function withNamesRead({ read, wrong }: Understood, portfolio: Portfolio): Promise<Understood> {
  const { filter, indicators } = read.definition;
  const misnamed: DomainError[] = [];
  const codesFor = async (name: OwnFilterName | 'indicator', values: readonly string[]) => {
    const codes = new Set<string>();
    for (const value of values) {
      const code = await codeFor(name, value, portfolio);
      if (typeof code === 'string') codes.add(code);
      else misnamed.push(code);
    }
    return [...codes];
  };
  const codes: Partial<Record<OwnFilterName, readonly string[]>> = {};
  for (const name of OWN_FILTERS) {
    const values = filter[name];
    if (values !== undefined) codes[name] = await codesFor(name, values);
  }
  const definition = {
    ...read.definition,
    filter: codes,
    indicators: await codesFor('indicator', indicators),
  };
  return { read: { ...read, definition }, wrong: [...wrong, ...misnamed] };
}

async function codeFor(
  name: OwnFilterName | 'indicator',
  value: string,
  portfolio: Portfolio,
): Promise<string | DomainError> {
  try {
    const query = readParameters(pageQuery, { [name]: value });
    const found = await filterOf(await withCodes(query, portfolio), portfolio);
    return onlyOne(found[name]) ?? value;
  } catch (error) {
    if (!isMistaken(error)) throw error;
    return new DomainError('OWN_REPORT.NAMED', `${name}: nothing alone is called "${value}".`, {
      kind: 'call',
      faults: [{ parameter: name, reason: 'unknown-code', value }],
      cause: error,
    });
  }
}

/** A name or a code that stands for nothing, or a query that a page does not take. */
function isMistaken(error: unknown): error is DomainError {
  return error instanceof DomainError && error.options.kind === 'call';
}

function gone(cause: DomainError): DomainError {
  return new DomainError('OWN_REPORT.GONE', `The report cannot be made: ${cause.message}`, {
    kind: 'refused',
    remedy: 'Change what the report narrows to, or whose eyes it is read with.',
    cause,
  });
}
