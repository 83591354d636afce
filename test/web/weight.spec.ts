import { gzipSync } from 'node:zlib';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { makeReferenceView } from '../../src/analytics/fixtures/reference-view.ts';
import { gapsOf } from '../../src/analytics/gaps.ts';
import { pageLinks } from '../../src/analytics/links.ts';
import { type ChartSpec, hasSeries } from '../../src/core/chart/chart-spec.ts';
import type { Facts } from '../../src/core/facts.ts';
import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { OPENERS } from '../support/engines.ts';
import { pagesOf } from './pages-in-memory.ts';
import { GREAT_DONOR, grownPortfolio, programCode } from './portfolio.fixture.ts';

/** Of a page's HTML, compressed as it is sent. */
const MOST_BYTES = 60_000;
/** The marks of its charts among them. */
const MOST_ELEMENTS = 1_500;

const READERS: Readonly<Record<string, Scope>> = {
  manager: EVERYTHING,
  donor: donorScope(GREAT_DONOR),
  officer: officerScope(programCode(0)),
};

const SIGNED_IN_PAGES = [
  '/',
  '/?indicator=indicator-1',
  '/?country=CR',
  '/?compare=previous',
  '/money',
  '/money?period=to-date',
  '/money?block=money-flow&period=to-date',
  '/money?block=disbursement-by-country&period=to-date',
  '/?block=results-by-pillar-and-year',
  '/programs',
  '/programs?order=newest',
  '/programs?search=institutions',
  '/countries',
  '/countries?order=-disbursement',
  '/donors',
  '/donors?search=donor&order=-value',
  '/indicators',
  '/indicators/officials-trained',
  '/indicators/indicator-1?period=2016&compare=previous',
  '/search?q=institutions',
  '/search?q=o',
  `/programs/${programCode(0)}`,
  `/programs/${programCode(9)}`,
  '/countries?period=2016',
  '/countries/CR',
  '/countries/CR?period=2016&compare=previous',
  '/countries/region:oas',
  `/donors/${GREAT_DONOR}`,
  `/donors/${GREAT_DONOR}?period=2016&compare=previous`,
  `/programs/${programCode(0)}?period=2016&compare=previous`,
  '/results',
  '/results?kind=actual&indicator=officials-trained&order=value',
  '/results?kind=actual&indicator=officials-trained&to=2016-12-31&by=country&key=CR',
  `/results?limit=500&program=${programCode(0)}`,
  '/transactions',
  '/transactions?type=disbursement&order=newest',
  `/results/${programCode(0)}-3`,
  '/?block=targets',
  '/?block=results-by-program&order=-value',
  '/?block=results-by-donor',
  '/?block=indicators',
  '/?block=gap-undated',
];
const PUBLIC_PAGES = [
  '/',
  '/?country=CR',
  '/countries',
  '/indicators',
  '/countries/CR',
  '/countries/region:oas',
  '/?block=indicators',
];

/** The three greatest and the least of a list that is in order of size. */
const ends = (all: readonly string[]) => [...all.slice(0, 3), ...all.slice(-1)];

/** Enough for a country with more of everything than a page shows. */
const GENERATED_RESULTS = 3_000;

const elementsOf = (html: string) => html.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length ?? 0;

/** Pages that are too heavy, or that fail. */
async function heavyPages(facts: Facts, scope: Scope, urls: readonly string[]): Promise<readonly string[]> {
  const ask = pagesOf(facts, scope);
  const found: string[] = [];
  for (const url of urls) {
    const html = await ask(url).catch((error: Error) => {
      // What is out of a reader's sight is not there for it.
      if (/(NOT_FOUND|UNKNOWN|TOTALS_ONLY)/.test((error as { code?: string }).code ?? '')) return '';
      throw error;
    });
    const [bytes, elements] = [gzipSync(html).length, elementsOf(html)];
    if (process.env.TELL_WEIGHT !== undefined) console.info(`${url} ${bytes} ${elements}`);
    if (bytes > MOST_BYTES || elements > MOST_ELEMENTS)
      found.push(`${url}: ${bytes} bytes, ${elements} elements`);
  }
  return found;
}

/** How many rows a list has, from its first page to its last. */
async function rowsThrough(ask: (url: string) => Promise<string>, first: string): Promise<number> {
  let rows = 0;
  for (let url: string | undefined = first; url !== undefined; ) {
    const html: string = await ask(url);
    const total = html.includes('class="row-total"') ? 1 : 0;
    rows += (html.match(/<th scope="row"/g)?.length ?? 0) - total;
    url = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return rows;
}

describe('pages stay pages', () => {
  // At forty, as much as can be is chosen from lists, and as little as may be is left out.
  it.each([5, 40, 2_000])(
    'at %i programmes',
    async (programs) => {
      const facts = grownPortfolio(programs);
      for (const [reader, scope] of Object.entries(READERS)) {
        expect({ reader, heavy: await heavyPages(facts, scope, SIGNED_IN_PAGES) }).toEqual({
          reader,
          heavy: [],
        });
      }
      expect(await heavyPages(facts, PUBLIC, PUBLIC_PAGES)).toEqual([]);
    },
    300_000,
  );

  it('of a portfolio with the skew of a real one, its greatest and its least', async () => {
    const { db, close } = await OPENERS.embedded.clone();
    await db.transaction((tx) => fillByInserts(tx, GENERATED_RESULTS));
    const { facts } = await new FactsRepository(db).read(EVERYTHING);
    await close();
    const greatest = (keys: readonly (string | null)[]) => {
      const counts = Map.groupBy(
        keys.filter((key) => key !== null),
        (key) => key,
      );
      return [...counts].toSorted(([, one], [, other]) => other.length - one.length).map(([key]) => key);
    };
    const places = greatest(facts.results.map(({ place }) => place));
    const donors = greatest(facts.transactions.map(({ provider }) => provider));
    const programs = greatest(facts.results.map(({ program }) => program));
    const urls = [
      ...['/', '/programs', '/results', '/transactions', '/?block=results-by-country'],
      ...ends(places).flatMap((code) => [`/countries/${code}`, `/?country=${code}`]),
      ...ends(donors).flatMap((code) => [`/donors/${code}`, `/?donor=${code}`]),
      ...ends(programs).map((code) => `/programs/${code}`),
      ...[
        ...ends(places).map((code) => `/countries/${code}`),
        ...ends(donors).map((code) => `/donors/${code}`),
        ...ends(programs).map((code) => `/programs/${code}`),
      ].map((url) => `${url}?period=2016&compare=previous`),
    ];
    expect(await heavyPages(facts, EVERYTHING, urls)).toEqual([]);
    const publicUrls = ends(places).map((code) => `/countries/${code}`);
    expect(await heavyPages(facts, PUBLIC, ['/', ...publicUrls])).toEqual([]);
  });

  it('cut nothing silently: what is not shown opens, to its last row', async () => {
    const ask = pagesOf(grownPortfolio(60));
    for (const url of ['/', `/programs/${programCode(0)}`, `/donors/${GREAT_DONOR}`]) {
      const html = await ask(url);
      const { blocks } = JSON.parse(await ask(url === '/' ? '/dashboard.json' : `${url}.json`)) as {
        readonly blocks: readonly { readonly id: string; readonly rows: readonly unknown[] }[];
      };
      for (const { id, rows } of blocks.filter((block) => block.rows.length > 10)) {
        const href = `${url}?block=${id}`;
        expect([id, html.includes(`href="${href}"`)]).toEqual([id, true]);
        expect([id, await rowsThrough(ask, href)]).toEqual([id, rows.length]);
      }
    }
  });

  it('name every item of a gap once, in its order, on pages that read no further than they show', async () => {
    const facts = grownPortfolio(60);
    const ask = pagesOf(facts);
    const whole = await gapsOf(makeReferenceView({ facts, links: pageLinks('', undefined) }));
    const long = whole.filter(({ items }) => items.length > 100);
    expect(long.length).toBeGreaterThan(1);
    for (const { id, items } of long) {
      const found: string[] = [];
      for (let url: string | undefined = `/?block=gap-${id}`; url !== undefined; ) {
        const html: string = await ask(url);
        expect(html).toContain(` of ${items.length.toLocaleString('en')}</p>`);
        found.push(...[...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, cell = '']) => cell));
        url = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      const hrefs = found.map((cell) => /href="([^"]+)"/.exec(cell)?.[1]?.replaceAll('&amp;', '&') ?? null);
      expect(hrefs).toEqual(items.map(({ href }) => href));
    }
    // A search goes through all of it, and leads on by the numbers of what it found.
    const searched = await ask('/?block=gap-undated&search=institutions');
    expect(searched).toContain('rel="next"');
    await expect(ask('/?block=gap-undated&cursor=999999')).rejects.toThrow('cursor');
  });

  it('draw no chart of more than ten bars or thirty years', async () => {
    const html = await pagesOf(grownPortfolio(200))('/');
    const specs = [...html.matchAll(/<script type="application\/json">(.*?)<\/script>/g)].map(
      ([, json = '']) => JSON.parse(json) as ChartSpec,
    );
    expect(specs.length).toBeGreaterThan(8);
    const marks = specs.flatMap((spec) =>
      !hasSeries(spec) ? [] : spec.series.map(({ points }) => [spec.type, points.length] as const),
    );
    expect(marks.filter(([type, count]) => count > (type === 'bar' ? 10 : 30))).toEqual([]);
  });

  it('at the seventeen of the reference portfolio, where nothing leads to more', async () => {
    const urls = [
      '/',
      '/programs',
      '/programs/TOUR',
      '/countries/CR',
      '/donors/canada',
      '/results',
      '/transactions',
    ];
    expect(await heavyPages(referencePortfolio, EVERYTHING, urls)).toEqual([]);
    const ask = pagesOf(referencePortfolio);
    for (const url of ['/', '/programs', '/programs/TOUR', '/countries/CR', '/donors/canada']) {
      const html = await ask(url);
      expect(html).not.toContain('class="pagination"');
      expect(html).not.toContain('class="whole"');
      expect(html).not.toContain('id="search"');
    }
  });
});
