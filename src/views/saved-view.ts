import { z } from 'zod';
import {
  dashboardQuery,
  programsPageQuery,
  rowsPageQuery,
  transactionsPageQuery,
} from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { VIEW_PAGES, type ViewPageName } from '../core/view-page.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { parametersOf, pathOf, type Url } from '../web/url.ts';

/** The parameters of an address by their names; several values of one as a list. */
export type SavedQuery = Readonly<Record<string, string | readonly string[]>>;

/** A page with its filters. */
export interface ViewedPage {
  readonly page: ViewPageName;
  readonly query: SavedQuery;
}

/** How each page reads its own address: what it does not take is not kept, and what it takes no more is told. */
const SCHEMAS: Readonly<Record<ViewPageName, z.ZodType>> = {
  '/': dashboardQuery,
  '/programs': programsPageQuery,
  '/results': rowsPageQuery,
  '/transactions': transactionsPageQuery,
};

/** Of whoever looks, and of where in a list: no part of what is kept. */
const PASSING = ['lang', 'cursor'];

/**
 * The page that an address of ours opens, with what it narrows by.
 *
 * @throws DomainError `VIEW.PAGE` (call) for a page whose filters are not kept; `REQUEST.INVALID` (call)
 * @example viewedPage('/?country=CL&lang=es') // { page: '/', query: { country: 'CL' } }
 */
export function viewedPage(address: Url): ViewedPage {
  const path = pathOf(address);
  const page = VIEW_PAGES.find((each) => each === path || (each === '/' && path === '/dashboard'));
  if (page === undefined) {
    throw new DomainError('VIEW.PAGE', `The filters of "${path}" are not kept.`, {
      kind: 'call',
      remedy: `Open one of ${VIEW_PAGES.join(', ')}.`,
    });
  }
  const given = parametersOf(address).filter(([name, value]) => value !== '' && !PASSING.includes(name));
  const query = Object.fromEntries(
    [...Map.groupBy(given, ([name]) => name)].map(([name, pairs]) => {
      const values = [...new Set(pairs.map(([, value]) => value))];
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
  readParameters(SCHEMAS[page], query);
  return { page, query };
}

/** Whether a page still takes what was kept of its address. */
export function isStillTaken({ page, query }: ViewedPage): boolean {
  return SCHEMAS[page].safeParse(query).success;
}

/**
 * Where a view opens.
 *
 * @example addressOf({ page: '/', query: { country: 'CL' } }) // '/?country=CL'
 */
export function addressOf({ page, query }: ViewedPage): Url {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
  return parameters.size === 0 ? page : `${page}?${parameters}`;
}

/** So many letters has the name of a view at most. */
export const MOST_NAME = 120;

/** The name of a view as it was typed. @throws DomainError `VIEW.NAME` (call) */
export function readName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name !== '' && name.length <= MOST_NAME) return name;
  throw new DomainError('VIEW.NAME', 'A view needs a name of at most 120 characters.', {
    kind: 'call',
    faults: [{ parameter: 'name', reason: 'not-understood', value: typed }],
  });
}
