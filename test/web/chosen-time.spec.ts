import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { pathOf } from '../../src/web/url.ts';
import { pagesOf } from './pages-in-memory.ts';

const ask = pagesOf(referencePortfolio);

/** Where the links of a page lead, each once, but for those to the same page in another language, time or order. */
async function linksOf(url: string, start: RegExp): Promise<readonly string[]> {
  const hrefs = [...(await ask(url)).matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return [...new Set(hrefs)].filter((href) => start.test(href) && !isSame(href, url));
}
const isSame = (href: string, url: string) =>
  href.includes('lang=') || (ABOUT_SOMETHING.test(url) && pathOf(href) === pathOf(url));
const ABOUT_SOMETHING = /^\/(countries|donors|programs|indicators)\/[^/?.]+(\?|$)/;
const INDEXES = /^\/(countries|donors|indicators|programs)?(\?|$)/;
/** What a tile says, without its marks; undefined: there is none of that name. */
const tileOf = (html: string, id: string) =>
  new RegExp(`<li id="tile-${id}".*?</li>`, 's')
    .exec(html)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a time that was chosen', () => {
  it.each([
    ['/?period=2017', 'period=2017'],
    ['/?from=2017-01-01&to=2017-03-31&compare=previous', 'from=2017-01-01&to=2017-03-31&compare=previous'],
    ['/countries/CR?period=2017', 'period=2017'],
    ['/donors/canada?period=2017&compare=last-year', 'period=2017&compare=last-year'],
    ['/programs/TOUR?period=2017', 'period=2017'],
    ['/countries?period=2017', 'period=2017'],
    ['/donors?period=2017&compare=previous', 'period=2017&compare=previous'],
    ['/search?q=costa&period=2017', 'period=2017'],
  ])('goes from %s with every link to what it is about, and to the indexes', async (url, time) => {
    const about = await linksOf(url, ABOUT_SOMETHING);
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter((href) => !href.endsWith(`?${time}`))).toEqual([]);
    const menu = (await linksOf(url, INDEXES)).filter((href) => !/indicator=|pillar=|search=/.test(href));
    for (const page of ['/', '/countries', '/donors', '/indicators', '/programs'])
      expect(menu).toContain(`${page}?${time}`);
  });

  it.each(['/', '/countries/CR', '/donors/canada', '/programs/TOUR', '/countries', '/search?q=costa'])(
    'is added to nothing that %s leads to, where none was chosen',
    async (url) => {
      const leading = [...(await linksOf(url, ABOUT_SOMETHING)), '/', '/countries', '/indicators'];
      expect(leading.filter((href) => /period|from|to=|compare/.test(href))).toEqual([]);
      const menu = await linksOf(url, INDEXES);
      for (const page of ['/', '/countries', '/indicators']) expect(menu).toContain(page);
    },
  );

  it('is what the page is of that is come to, which says so', async () => {
    const [toPlaces] = (await linksOf('/?period=2017', INDEXES)).filter((href) =>
      href.startsWith('/countries'),
    );
    expect(toPlaces).toBe('/countries?period=2017');
    const toCountries = await linksOf(toPlaces as string, ABOUT_SOMETHING);
    expect(toCountries).toContain('/countries/CR?period=2017');
    const html = await ask('/countries/CR?period=2017');
    expect(html).toContain('<p class="kicker">Country · 2017</p>');
    expect(html).toContain('<title>Costa Rica · 2017 ');
    expect(html).toMatch(/aria-current="true">2017</);
    // The 22 of Barbados have no date: they count to date, and in no year (rule 11).
    expect(tileOf(await ask('/countries/BB'), 'officials-trained')).toMatch(/^22 /);
    expect(tileOf(await ask('/countries/BB?period=2017'), 'officials-trained')).toBeUndefined();
    // 45 in Antigua and Barbuda, 37 in Costa Rica, 15 in the Dominican Republic and 4 in Chile.
    expect(await ask('/indicators?period=2017')).toContain('101, of which 45 approximate');
    expect(await ask('/indicators')).toContain('123, of which 45 approximate and 22 undated');
  });
});
