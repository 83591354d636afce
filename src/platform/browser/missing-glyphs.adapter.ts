import type { CDPSession, Page } from 'puppeteer';
import { DomainError } from '../../core/errors.ts';
import { NO_GLYPH_NAME } from './no-glyph-font.ts';

/** A text of the document that holds a sign which no font has. */
interface Finding {
  readonly text: string;
  /** `in the table "All programmes", row "…", column "Programme"` */
  readonly place: string;
}

/** A document was not printed, as no font has these signs of it. */
export class MissingGlyphs extends DomainError {
  constructor(
    readonly signs: readonly string[],
    message: string,
    /** For the words in the reader's language. */
    private readonly named: { readonly signs: string; readonly where: string },
  ) {
    super('RENDER.GLYPH_MISSING', message, {
      kind: 'refused',
      values: named,
      remedy: 'Write it with other signs: nothing is sent that has an empty box where a letter should be.',
    });
  }

  /** The same, with the cells of the record that the text is from. */
  from(cells: readonly string[]): MissingGlyphs {
    if (cells.length === 0) return this;
    const more = cells.length > MOST_NAMED ? ` and ${cells.length - MOST_NAMED} more` : '';
    const named = cells.slice(0, MOST_NAMED).join('; ');
    const where = `${named}${more}`;
    return new MissingGlyphs(this.signs, `${this.message} It is from ${where}.`, { ...this.named, where });
  }
}

/** At most so many are named. */
const MOST_NAMED = 3;
const MOST_ASKED = 20;

/**
 * What the browser could not write of the page that it has printed, and where that stands: the page is asked sign by
 * sign which typeface it is set in, and the first texts with one that had none are described.
 */
export async function missingGlyphs(page: Page, footers: readonly string[]): Promise<MissingGlyphs> {
  const signs = await signsWithoutGlyph(page, footers);
  const findings = (await page.evaluate(`(${WHERE})(${JSON.stringify(signs)})`)) as readonly Finding[];
  const footer = footers.find((text) => signs.some((sign) => text.includes(sign)));
  const [first] =
    footer === undefined ? findings : [...findings, { text: footer, place: 'at the foot of every page' }];
  const named = signs.slice(0, MOST_NAMED).map((sign) => `"${sign}" (${codesOf(sign)})`);
  const more = signs.length > MOST_NAMED ? ` and ${signs.length - MOST_NAMED} more` : '';
  const where = first === undefined ? '' : ` of "${first.text}" ${first.place}`.trimEnd();
  return new MissingGlyphs(signs, `No font has the sign ${named.join(', ')}${more}${where}.`, {
    signs: named.join(', '),
    where: first?.text ?? '…',
  });
}

/** Each sign of the page that is not plain ASCII is set once more, alone, and the browser says in which typeface. */
async function signsWithoutGlyph(page: Page, footers: readonly string[]): Promise<readonly string[]> {
  const text = (await page.evaluate('document.body.textContent')) as string;
  const signs = signsOf([text, ...footers].join(' '));
  await page.evaluate(`(${PROBE})(${JSON.stringify(signs)})`);
  const session = await page.createCDPSession();
  for (let asked = 1; ; asked += 1) {
    const missing = await askTypefaces(session, signs);
    // One is missing, or nobody would ask; an answer of none is of a moment in which the page was not yet laid out.
    if (missing.length > 0 || asked === MOST_ASKED) {
      await page.evaluate(`document.getElementById('probe').remove()`);
      return missing;
    }
    await page.evaluate(LAID_OUT);
  }
}

async function askTypefaces(session: CDPSession, signs: readonly string[]): Promise<readonly string[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#probe>i',
  });
  const missing: string[] = [];
  for (const [index, nodeId] of nodeIds.entries()) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const sign = signs[index];
    if (sign !== undefined && fonts.some(({ familyName }) => familyName === NO_GLYPH_NAME))
      missing.push(sign);
  }
  return missing;
}

/** Signs as readers see them, once each. */
function signsOf(text: string): readonly string[] {
  const signs = new Set(Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment));
  return [...signs].filter((sign) => /[^\p{ASCII}]/u.test(sign));
}

/** "U+1F600" */
function codesOf(sign: string): string {
  return [...sign]
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

/** Runs in the page. */
const PROBE = `(signs) => {
  const probe = document.createElement('p');
  probe.id = 'probe';
  probe.append(...signs.map((sign) => { const one = document.createElement('i'); one.textContent = sign; return one; }));
  document.body.append(probe);
}`;

/** Runs in the page: comes back when its fonts are there and it is laid out in them. */
const LAID_OUT = `document.fonts.ready.then(() => document.body.offsetHeight)`;

/** Runs in the page: the texts that hold one of the signs, each with the row and column, chart or heading that it stands in. */
const WHERE = `(signs) => {
  const said = (node) => node.textContent.replace(/\\s+/g, ' ').trim().slice(0, 120);
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,dt')];
  const above = (node) => headings.filter((heading) => !heading.contains(node) &&
    heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const quoted = (before, node) => node ? before + ' "' + said(node) + '"' : '';
  const placeOf = (element) => {
    const cell = element.closest('td,th');
    const table = element.closest('table');
    if (cell && table) {
      const row = cell.parentElement.querySelector('th[scope=row]');
      return quoted('in the table', table.caption ?? above(table)) + quoted(', row', row === cell ? null : row) +
        quoted(', column', table.tHead?.rows[0]?.cells[cell.cellIndex]);
    }
    if (element.closest('svg')) return quoted('in the chart', above(element));
    return element.closest('h1,h2,h3,h4') ? 'in a heading' : quoted('under', above(element));
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    if (signs.some((sign) => node.textContent.includes(sign))) found.push({ text: said(node), place: placeOf(node.parentElement) });
  }
  return found;
}`;
