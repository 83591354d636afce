import { parse as parseQuery } from 'node:querystring';
import type { VNode } from 'preact';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { inAskedTime } from '../../src/analytics/asked-time.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { makeReferenceView, REFERENCE_TODAY } from '../../src/analytics/fixtures/reference-view.ts';
import { IndexesController } from '../../src/analytics/indexes.controller.ts';
import { pageLinks } from '../../src/analytics/links.ts';
import { ListsController } from '../../src/analytics/lists.controller.ts';
import { PageAnswers } from '../../src/analytics/page-answers.use-case.ts';
import { PagesController } from '../../src/analytics/pages.controller.ts';
import { filterOf, suggestionsQuery } from '../../src/analytics/query.ts';
import { RecordsController } from '../../src/analytics/records.controller.ts';
import type { RowHands } from '../../src/analytics/row-hands.use-case.ts';
import { SuggestionsController } from '../../src/analytics/suggestions.controller.ts';
import { TotalProofs } from '../../src/analytics/total-proofs.use-case.ts';
import { withCodes } from '../../src/analytics/typed-names.ts';
import type { Views } from '../../src/analytics/views.use-case.ts';
import type { Facts } from '../../src/core/facts.ts';
import { namesOf } from '../../src/core/figures.ts';
import { DEFAULT_SETTINGS } from '../../src/core/fixtures/settings.ts';
import { scopedFacts } from '../../src/core/visibility/scoped-facts.ts';
import { refuseMoreThanTotals } from '../../src/core/visibility/visibility.ts';
import { documentHtml } from '../../src/web/document.ts';

/** Every row was entered and approved by somebody, and said something else before. */
const HANDS = {
  of: async (_view: unknown, table: string, rows: readonly { readonly id: string }[]) =>
    new Map(
      rows.map(({ id }) => [
        id,
        {
          enteredBy: 'Beatriz Fernández de Córdoba',
          approvedBy: 'Ana Martínez',
          approvedAt: '2017-07-01T12:00:00.000Z',
          before:
            table === 'results'
              ? { qualifier: 'about', value: 12, valueHigh: null, denominator: null }
              : { amountMinor: 120_000, currency: 'EUR' },
        },
      ]),
    ),
  notCounted: async () => ({ withdrawn: 2, waiting: 1 }),
} as unknown as RowHands;

/** The handlers of the pages that grow, by the beginning of their address. */
const HANDLERS = [
  [/^\/programs\/([^/.]+)(?:\.\w+)?$/, 'program'],
  [/^\/countries\/([^/.]+)(?:\.\w+)?$/, 'country'],
  [/^\/donors\/([^/.]+)(?:\.\w+)?$/, 'donor'],
  [/^\/indicators\/([^/.]+)(?:\.\w+)?$/, 'indicator'],
  [/^\/results\/([^/.]+)(?:\.\w+)?$/, 'result'],
  [/^\/transactions\/([^/.]+)(?:\.\w+)?$/, 'transaction'],
  [/^\/programs(?:\.\w+)?$/, 'programs'],
  [/^\/countries(?:\.\w+)?$/, 'countries'],
  [/^\/donors(?:\.\w+)?$/, 'donors'],
  [/^\/indicators(?:\.\w+)?$/, 'indicators'],
  [/^\/search$/, 'search'],
  [/^\/results(?:\.\w+)?$/, 'results'],
  [/^\/transactions(?:\.\w+)?$/, 'transactions'],
  [/^\/money(?:\.\w+)?$/, 'money'],
  [/^\/(?:dashboard)?(?:\.\w+)?$/, 'dashboard'],
] as const;

/** Asks for pages as one kind of reader, of facts in memory: the pages of the service without a database. */
export function pagesOf(facts: Facts, scope: Scope = EVERYTHING): (url: string) => Promise<string> {
  const seen = scopedFacts(scope, facts, facts);
  const figures = factsFigures(scope, seen);
  const names = namesOf(seen);
  const views: Pick<Views, 'make'> = {
    make: async (_, { query, usual, time }) => {
      refuseMoreThanTotals({ scope }, query);
      const portfolio = { figures, names };
      const typed = await filterOf(await withCodes(query, portfolio), portfolio);
      const calendar = { today: REFERENCE_TODAY, fiscalMonth: 1 };
      const { filter, asked } = await inAskedTime(portfolio, typed, query, { usual, calendar });
      const links = pageLinks('', query.lang, undefined, time);
      return makeReferenceView({ scope, facts: seen, filter, asked, links });
    },
  };
  const answers = new PageAnswers(
    views as Views,
    { allow: async () => undefined, taken: async () => undefined } as never,
    { page: { stylesheet: '/assets/attest.css', script: '/assets/attest.js' } } as never,
    { documentHtml: async (page: VNode) => documentHtml(page) } as never,
    { publicUrl: null },
  );
  const [pages, lists] = [
    new PagesController(answers),
    new ListsController(answers, new TotalProofs(HANDS), HANDS),
  ];
  const indexes = new IndexesController(answers);
  const records = new RecordsController(
    answers,
    { of: async () => [] } as never,
    { of: async () => new Map() } as never,
  );
  const handlers = {
    program: pages.program.bind(pages),
    country: pages.country.bind(pages),
    donor: pages.donor.bind(pages),
    dashboard: pages.dashboard.bind(pages),
    indicator: pages.indicator.bind(pages),
    money: pages.money.bind(pages),
    result: records.result.bind(records),
    transaction: records.transaction.bind(records),
    programs: lists.programs.bind(lists),
    countries: indexes.countries.bind(indexes),
    donors: indexes.donors.bind(indexes),
    indicators: indexes.indicators.bind(indexes),
    search: indexes.search.bind(indexes),
    results: lists.results.bind(lists),
    transactions: lists.transactions.bind(lists),
  };
  const suggestions = new SuggestionsController(views as Views);
  return async (url) => {
    const { pathname, searchParams } = new URL(url, 'http://service.invalid');
    if (pathname === '/api/v1/suggestions') {
      const query = suggestionsQuery.parse(Object.fromEntries(searchParams));
      return JSON.stringify(await suggestions.suggestions(query, scope));
    }
    let sent = '';
    const reply = {
      code: () => reply,
      headers: () => reply,
      header: () => reply,
      getHeader: () => undefined,
      send: (body: string | Buffer) => {
        sent = body.toString();
      },
    };
    const request = {
      url,
      query: parseQuery(searchParams.toString()),
      headers: { 'accept-language': 'en' },
      answerTag: null,
      settings: DEFAULT_SETTINGS,
      scope,
      visitor: {
        kind: 'person',
        name: 'Ana',
        email: 'ana@example.org',
        role: 'manager',
        rights: scope.rights,
        organisations: [],
        programs: [],
      },
    };
    for (const [pattern, handler] of HANDLERS) {
      const match = pattern.exec(pathname);
      if (match === null) continue;
      await handlers[handler](request as never, reply as never, match[1] as never);
      return sent;
    }
    throw new Error(`Nobody answers ${url}.`);
  };
}
