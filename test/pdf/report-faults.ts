import {
  allTags,
  assertPrintedWhole,
  type PdfContents,
  type PdfPageContents,
  type PdfTag,
} from '../support/pdf.ts';

/** As much of a page as has to be used before the next one is begun. */
const LEAST_FULL = 2 / 3;

/** In points: what `pageSheet` leaves free above and below what is printed. */
const POINTS_PER_MM = 72 / 25.4;
const [TOP, BOTTOM] = [18 * POINTS_PER_MM, 20 * POINTS_PER_MM];

/** What a reader would find fault with in a printed report, each with its page; `html` is what it was printed from. */
export function faultsOf(html: string, pdf: PdfContents): readonly string[] {
  return [
    ...cutTexts(pdf),
    ...headingsAlone(html, pdf),
    ...tornCharts(pdf),
    ...emptyPages(html, pdf),
    ...methodsAlone(html, pdf),
  ];
}

/** How many pages come before the first annex. */
export function bodyPages(html: string, pdf: PdfContents): number {
  return partsOf(html, pdf)[0]?.length ?? 0;
}

/** Of each page, the share from the upper margin down to its lowest line of text. */
export function fullness({ pages }: PdfContents): readonly number[] {
  return pages.map(({ height, items }) => {
    const lowest = Math.min(...items.filter(({ tagged }) => tagged).map(({ y }) => y));
    return (height - TOP - lowest) / (height - TOP - BOTTOM);
  });
}

/** The pages of the body, then those of each annex, which begins a page. */
function partsOf(html: string, { pages }: PdfContents): readonly (readonly number[])[] {
  const titles = [...html.matchAll(/<h2 id="section-annex-[^>]*>(.*?)<\/h2>/gs)].map(([, title = '']) =>
    plain(title),
  );
  const texts = pages.map(({ text }) => squeezed(text));
  const starts = titles.map((title) => texts.findLastIndex((text) => text.startsWith(title)));
  const ends = [...starts.slice(0), pages.length];
  return [0, ...starts].map((start, part) =>
    Array.from({ length: (ends[part] ?? pages.length) - start }, (_, index) => start + index),
  );
}

function cutTexts(pdf: PdfContents): readonly string[] {
  try {
    // Text in the margins below or above was cut by the end of a page.
    assertPrintedWhole(pdf, { margin: 45, textSize: 9.25 });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

function emptyPages(html: string, pdf: PdfContents): readonly string[] {
  const full = fullness(pdf);
  return partsOf(html, pdf).flatMap((part) =>
    part
      .slice(0, -1)
      .filter((page) => (full[page] ?? 0) < LEAST_FULL)
      .map((page) => `page ${page + 1} is ${Math.round((full[page] ?? 0) * 100)}% full`),
  );
}

/** Pages with nothing but how it was counted, or a part of it. */
function methodsAlone(html: string, { pages }: PdfContents): readonly string[] {
  const [, methods = ''] = html.split('aria-labelledby="section-methods-section"');
  const [own = ''] = methods.split('</section>');
  const lines = [...own.matchAll(/<(h2|p|li)[^>]*>(.*?)<\/\1>/gs)]
    .map(([, , line = '']) => plain(line))
    .join('');
  return pages.flatMap(({ text }, page) =>
    lines.includes(squeezed(text).replaceAll('–', '')) ||
    lines.replaceAll('–', '').includes(squeezed(text).replaceAll('–', ''))
      ? [`page ${page + 1} holds nothing but how it was counted`]
      : [],
  );
}

function tornCharts({ pages }: PdfContents): readonly string[] {
  const alts = pages.flatMap(({ tags }, page) =>
    allTags(tags).flatMap(({ role, alt }) => (role === 'Figure' && alt !== null ? [{ alt, page }] : [])),
  );
  return alts
    .filter(({ alt }, index) => alts.findIndex((each) => each.alt === alt) !== index)
    .map(({ alt, page }) => `page ${page + 1} goes on with the chart "${alt.slice(0, 60)}"`);
}

/** Headings, each with the line under it, that are torn or stand alone at the end of a page. */
export function headingsAlone(html: string, { pages }: PdfContents): readonly string[] {
  const texts = pages.map(({ text }) => squeezed(text));
  let [page, from] = [0, 0];
  const body = html.slice(html.indexOf('<body'));
  const headings = [
    ...body.matchAll(
      /<(h[1-4])[^>]*>(.*?)<\/\1>(?:<\/header>)?(?:<p(?: class="figure-subtitle")?>(.*?)<\/p>)?/gs,
    ),
  ].filter(([, , title = '', line = '']) => !RIGHT_TO_LEFT.test(title + line));
  const alone = headings.flatMap(([, , title = '', line = '']) => {
    const [heading, under] = [plain(title), plain(line)];
    const at = texts.findIndex(
      (text, index) => index >= page && text.includes(heading, index === page ? from : 0),
    );
    if (at < 0) return [`"${heading}" is torn`];
    const end = (texts[at] ?? '').indexOf(heading, at === page ? from : 0) + heading.length;
    [page, from] = [at, end];
    const below = (texts[at] ?? '').slice(end);
    const isAlone = below === '' || (under !== '' && (!below.startsWith(under) || below === under));
    return isAlone ? [`"${heading}" is alone on page ${at + 1}`] : [];
  });
  return [
    ...alone,
    ...pages.flatMap((each, index) =>
      endsWithHeading(each) ? [`page ${index + 1} ends with a heading`] : [],
    ),
  ];
}

/** Their letters do not stand in a PDF in the order in which they are read. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

function endsWithHeading({ tags }: PdfPageContents): boolean {
  const last = (tag: PdfTag): PdfTag => {
    const below = tag.children.at(-1);
    return below === undefined || /^H\d$/.test(tag.role) ? tag : last(below);
  };
  const end = tags.at(-1);
  return end !== undefined && /^H\d$/.test(last(end).role);
}

function plain(html: string): string {
  return squeezed(
    html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );
}

/** Without spaces, and without the signs that only tell which way a text runs. */
function squeezed(text: string): string {
  return text.replace(/[\s\u2066-\u2069\u200e\u200f]+/g, '');
}
