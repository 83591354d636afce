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
    ...cutTexts(html, pdf),
    ...cutWords(html),
    ...smallTexts(html, pdf),
    ...headingsAlone(html, pdf),
    ...tornCharts(pdf),
    ...tornTables(html, pdf),
    ...tornGaps(html, pdf),
    ...tornParagraphs(html, pdf),
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

/** In points, of ordinary text. */
export function textSizeOf(html: string): number {
  return html.includes('html{font-size:10pt') ? 10 : 9.25;
}

function cutTexts(html: string, pdf: PdfContents): readonly string[] {
  try {
    // Text in the margins below or above was cut by the end of a page.
    assertPrintedWhole(pdf, { margin: 45, textSize: textSizeOf(html) });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

/**
 * What is shortened ends with a whole word, which stands elsewhere, too; a word without an end may be cut, and one in a chart
 * that has no room for it.
 */
function cutWords(html: string): readonly string[] {
  const text = html
    .slice(html.indexOf('<body'))
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]*>/g, ' ');
  const words = new Set(text.match(WORD));
  return [...text.matchAll(CUT_WORD)]
    .map(([, word = '']) => word)
    .filter((word) => !words.has(word))
    .map((word) => `"${word}…" is cut inside a word`);
}

/** In letters that are written with spaces between words; in a text that reads from left to right. */
const WORD = /(?<![\p{L}\d_])[\p{Script=Latin}\d]+(?![\p{L}\d_…])/gu;
const CUT_WORD = /(?<=[\s(])([\p{Script=Latin}\d]+)…/gu;

/** A report of ten points has nothing smaller to be read, but on the marks of the charts of its first page. */
function smallTexts(html: string, { pages }: PdfContents): readonly string[] {
  if (textSizeOf(html) < 10) return [];
  return pages.flatMap(({ items }, page) =>
    items
      .filter(({ tagged, height }) => tagged && height < (page === 0 ? 8.9 : 9.95))
      .map(({ text, height }) => `page ${page + 1}: "${text}" is ${height.toFixed(1)} points high`),
  );
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

/** So many rows, with the total, of so few letters each are a picture that is seen at once. */
const [SMALL_TABLE, SMALL_ROW] = [5, 60];
/** Rows of no more letters stay with another. */
const ORDINARY_ROW = 120;

/** A sign of Chinese, Japanese or Korean takes the room of two letters. */
function lettersIn(text: string): number {
  return text.length + (text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu)?.length ?? 0);
}

/** Small tables on two pages, and a row of any table alone on one: a total needs a row beside it. */
function tornTables(html: string, { pages }: PdfContents): readonly string[] {
  const texts = pages.map(({ text }) => squeezed(text));
  let [page, from] = [0, 0];
  return [...html.matchAll(/<div class="figures-bars[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/g)].flatMap(
    ([, body = '']) => {
      const rows = [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => plain(row));
      const at = rows.map((row) => {
        const found = texts.findIndex(
          (text, index) => index >= page && text.includes(row, index === page ? from : 0),
        );
        if (found < 0) return null;
        from = (texts[found] ?? '').indexOf(row, found === page ? from : 0) + row.length;
        page = found;
        return found;
      });
      const [first, last] = [at[0], at.at(-1)];
      if (first === last || at.includes(null)) return [];
      const isSmall = rows.length <= SMALL_TABLE && rows.every((row) => row.length <= SMALL_ROW);
      const alone = [first, last].some((edge) => {
        const there = rows.filter((_, index) => at[index] === edge);
        return there.length < 2 && there.every((row) => lettersIn(row) <= ORDINARY_ROW);
      });
      return isSmall || alone ? [`page ${(first ?? 0) + 1} ends inside the table of "${rows[0]}"`] : [];
    },
  );
}

/** What a gap says of the body, on two pages or in two columns. */
function tornGaps(html: string, { pages }: PdfContents): readonly string[] {
  const [body = ''] = html.split('id="section-annex-gaps"');
  const cards = [...body.matchAll(/<li id="gap-[^>]*>(.*?)<\/ul><\/li>/gs)].map(([, card = '']) =>
    plain(card),
  );
  return cards
    .filter((card) => !pages.some((page) => runsDown(page, card)))
    .map((card) => `"${card}" is torn`);
}

/** Paragraphs of a few lines on two pages. */
function tornParagraphs(html: string, { pages }: PdfContents): readonly string[] {
  const texts = pages.map(({ text }) => squeezed(text));
  return [...html.matchAll(/<p class="told-short">(.*?)<\/p>/gs)]
    .map(([, words = '']) => plain(words))
    .filter((words) => !texts.some((text) => text.includes(words)))
    .map((words) => `"${words}" is torn`);
}

/** Whether these words stand on a page one below the other. */
function runsDown({ items }: PdfPageContents, words: string): boolean {
  const parts = items.map(({ text, y }) => ({ text: squeezed(text), y })).filter(({ text }) => text !== '');
  const from = parts
    .map(({ text }) => text)
    .join('')
    .indexOf(words);
  if (from < 0) return false;
  let at = 0;
  const lines = parts.filter(({ text }) => {
    at += text.length;
    return at > from && at - text.length < from + words.length;
  });
  return lines.every(({ y }, index) => index === 0 || y <= (lines[index - 1]?.y ?? y) + 1);
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
    const pageWith = (words: string) =>
      texts.findIndex((text, index) => index >= page && text.includes(words, index === page ? from : 0));
    // The words of a heading may stand elsewhere, too.
    const together = pageWith(heading + under);
    const at = together < 0 ? pageWith(heading) : together;
    if (at < 0) return [`"${heading}" is torn`];
    const said = together < 0 ? heading : heading + under;
    const end = (texts[at] ?? '').indexOf(said, at === page ? from : 0) + heading.length;
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

/** Types of structure that PDF 1.7 knows (ISO 32000-1, 14.8.4): others would need a map that Chromium does not write. */
const KNOWN_ROLES: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form Root'.split(
    ' ',
  ),
);

/**
 * What a checker of PDF/UA-1 would find fault with in the tree of tags, as far as pdf.js tells it
 * (docs/decisions/pdf-accessibility.md).
 */
export function structureFaults({
  pages,
  tagged,
  showsTitle,
  title,
  language,
}: PdfContents): readonly string[] {
  const tags = pages.flatMap((page) => allTags(page.tags));
  const headings = tags.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));
  const tables = tags.filter(({ role }) => role === 'Table');
  return [
    ...(tagged && showsTitle && title !== '' && language !== '' ? [] : ['it does not say what it is']),
    ...[...new Set(tags.map(({ role }) => role))]
      .filter((role) => !KNOWN_ROLES.has(role))
      .map((role) => `"${role}" is no type of PDF 1.7`),
    ...(headings[0] === 1 ? [] : ['it does not begin with a heading of the first level']),
    ...headings.flatMap((level, at) =>
      at > 0 && level > (headings[at - 1] ?? 0) + 1 ? [`heading ${at + 1} leaves out a level`] : [],
    ),
    ...tags
      .filter(({ role, alt }) => role === 'Figure' && (alt === null || alt === ''))
      .map(() => 'a figure has no alternative text'),
    ...tables
      .filter((table) => !allTags(table.children).some(({ role }) => role === 'TH'))
      .map(() => 'a table has no head'),
  ];
}
