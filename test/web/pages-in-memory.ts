import type { VNode } from 'preact';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { makeReferenceView } from '../../src/analytics/fixtures/reference-view.ts';
import { pageLinks } from '../../src/analytics/links.ts';
import { PagesController } from '../../src/analytics/pages.controller.ts';
import { filterOf } from '../../src/analytics/query.ts';
import { withCodes } from '../../src/analytics/typed-names.ts';
import type { Views } from '../../src/analytics/views.use-case.ts';
import type { Facts } from '../../src/core/facts.ts';
import { namesOf } from '../../src/core/figures.ts';
import { programsOfSeveralFunders } from '../../src/core/readership.ts';
import { scopedFacts } from '../../src/core/visibility/scoped-facts.ts';
import { refuseMoreThanTotals } from '../../src/core/visibility/visibility.ts';
import { documentHtml } from '../../src/web/document.ts';

/** The handlers of the pages that grow, by the beginning of their address. */
const HANDLERS = [
  [/^\/programs\/([^/.]+)(?:\.\w+)?$/, 'program'],
  [/^\/countries\/([^/.]+)(?:\.\w+)?$/, 'country'],
  [/^\/donors\/([^/.]+)(?:\.\w+)?$/, 'donor'],
  [/^\/results\/([^/.]+)(?:\.\w+)?$/, 'result'],
  [/^\/transactions\/([^/.]+)(?:\.\w+)?$/, 'transaction'],
  [/^\/programs(?:\.\w+)?$/, 'programs'],
  [/^\/results(?:\.\w+)?$/, 'results'],
  [/^\/transactions(?:\.\w+)?$/, 'transactions'],
  [/^\/(?:dashboard)?(?:\.\w+)?$/, 'dashboard'],
] as const;

/** Asks for pages as one kind of reader, of facts in memory: the pages of the service without a database. */
export function pagesOf(facts: Facts, scope: Scope = EVERYTHING): (url: string) => Promise<string> {
  const seen = scopedFacts(scope, facts, programsOfSeveralFunders(facts));
  const figures = factsFigures(scope, seen);
  const names = namesOf(seen);
  const views: Pick<Views, 'make'> = {
    make: async (_, { query }) => {
      refuseMoreThanTotals({ scope }, query);
      const portfolio = { figures, names };
      const filter = await filterOf(await withCodes(query, portfolio), portfolio);
      return makeReferenceView({ scope, facts: seen, filter, links: pageLinks('', query.lang) });
    },
  };
  const controller = new PagesController(
    views as Views,
    { allow: async () => undefined, taken: async () => undefined } as never,
    { of: async () => [] } as never,
    { page: { stylesheet: '/assets/attest.css', script: '/assets/attest.js' } } as never,
    { documentHtml: async (page: VNode) => documentHtml(page) } as never,
  );
  return async (url) => {
    const { pathname, searchParams } = new URL(url, 'http://service.invalid');
    let sent = '';
    const reply = {
      code: () => reply,
      headers: () => reply,
      send: (body: string) => {
        sent = body;
      },
    };
    const request = {
      url,
      query: Object.fromEntries(searchParams),
      headers: { 'accept-language': 'en' },
      answerTag: null,
      visitor: {
        kind: 'person',
        name: 'Ana',
        email: 'ana@example.org',
        role: 'manager',
        organisations: [],
        programs: [],
      },
    };
    for (const [pattern, handler] of HANDLERS) {
      const match = pattern.exec(pathname);
      if (match === null) continue;
      await controller[handler](request as never, reply as never, match[1] as never);
      return sent;
    }
    throw new Error(`Nobody answers ${url}.`);
  };
}
