import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfText {
  readonly text: string;
  /** Of the left end of its base line, in points from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly font: string;
  /** In the tree of tags: what a screen reader reads. Running headers and footers are not. */
  readonly tagged: boolean;
}

export interface PdfTag {
  /** Standard structure type: `H1`, `Table`, `Figure` … */
  readonly role: string;
  readonly alt: string | null;
  readonly children: readonly PdfTag[];
}

export interface PdfBookmark {
  readonly title: string;
  readonly children: readonly PdfBookmark[];
}

export interface PdfPageContents {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfText[];
  /** What is tagged, in reading order, with single spaces. */
  readonly text: string;
  /** What is not tagged, likewise: running headers and footers. */
  readonly furniture: string;
  readonly images: number;
  readonly tags: readonly PdfTag[];
}

export interface PdfContents {
  readonly title: string;
  readonly language: string;
  /** As the file has it: `D:20170630235959+00'00'`. */
  readonly created: string;
  readonly tagged: boolean;
  /** A reader shows its title in place of the name of its file. */
  readonly showsTitle: boolean;
  readonly bookmarks: readonly PdfBookmark[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly pages: readonly PdfPageContents[];
}

/** Everything about a PDF that a test may want to know. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const fonts = new Map<string, boolean>();
  // pdf.js takes the bytes away from whoever gives them.
  const task = getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const info = (await document.getMetadata()).info as Record<string, string | undefined>;
    const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    const preferences = (await document.getViewerPreferences()) as unknown as ReadonlyMap<
      string,
      unknown
    > | null;
    const pages: PdfPageContents[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(await document.getPage(number), fonts));
    }
    return {
      title: info.Title ?? '',
      language: info.Language ?? '',
      created: info.CreationDate ?? '',
      tagged: marks?.get('Marked') ?? false,
      showsTitle: preferences?.get('DisplayDocTitle') === true,
      bookmarks: bookmarks((await document.getOutline()) ?? []),
      fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
      pages,
    };
  } finally {
    await task.destroy();
  }
}

export interface PrintedAs {
  /** In points; tagged text that reaches into it was cut in two by the end of a page. */
  readonly margin?: number;
  /** In points, of ordinary text. Chromium shrinks a whole document when one part is too wide, and then cuts. */
  readonly textSize?: number;
}

/** Fails with the places when a page has nothing to read on it, when text is cut, or when the document was shrunk. */
export function assertPrintedWhole(pdf: PdfContents, { margin = 0, textSize }: PrintedAs = {}): void {
  const faults = pdf.pages.flatMap((page, index) => [
    ...(page.text === '' ? [`page ${index + 1} is blank`] : []),
    ...page.items
      .filter((item) => !liesWithin(item, page, item.tagged ? margin : 0))
      .map(
        (item) =>
          `page ${index + 1}: "${item.text}" is cut at x ${Math.round(item.x)}, y ${Math.round(item.y)}`,
      ),
  ]);
  const texts = pdf.pages.flatMap((page) => page.items.filter((item) => item.tagged));
  if (textSize !== undefined && !texts.some(({ height }) => Math.abs(height - textSize) < 0.05)) {
    faults.push(
      `no text is ${textSize} points high: the document was shrunk, as something is wider than the page`,
    );
  }
  if (pdf.pages.length === 0 || faults.length > 0) {
    throw new Error(faults.join('\n') || 'it has no pages');
  }
}

/** Margins come from CSS in millimetres, and end on whole units of the printer. */
const TOLERANCE = 1;

function liesWithin({ x, y, width, height }: PdfText, page: PdfPageContents, margin: number): boolean {
  const least = margin - TOLERANCE;
  return x >= least && y >= least && x + width <= page.width - least && y + height <= page.height - least;
}

/** All tags of a page, in reading order, whatever stands inside what. */
export function allTags(tags: readonly PdfTag[]): readonly PdfTag[] {
  return tags.flatMap((tag) => [tag, ...allTags(tag.children)]);
}

async function readPage(page: PDFPageProxy, fonts: Map<string, boolean>): Promise<PdfPageContents> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const operators = await page.getOperatorList();
  const names = new Map<string, string>();
  operators.fnArray.forEach((operator, index) => {
    const id: unknown = operators.argsArray[index]?.[0];
    if (operator === OPS.setFont && typeof id === 'string' && !names.has(id)) {
      const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean };
      names.set(id, font.name);
      fonts.set(font.name, font.missingFile !== true);
    }
  });
  const items = await readText(page, names);
  return {
    width: right - left,
    height: top - bottom,
    items,
    text: joined(items.filter((item) => item.tagged)),
    furniture: joined(items.filter((item) => !item.tagged)),
    images: operators.fnArray.filter((operator) => IMAGES.has(operator)).length,
    tags: tagsOf((await page.getStructTree())?.children ?? []),
  };
}

const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
]);

async function readText(page: PDFPageProxy, fontNames: ReadonlyMap<string, string>): Promise<PdfText[]> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const texts: PdfText[] = [];
  const open: boolean[] = [];
  for (const item of content.items) {
    if ('str' in item) {
      const [, , , , x, y] = item.transform as number[];
      if (item.str.trim() !== '') {
        texts.push({
          text: item.str,
          x: x ?? Number.NaN,
          y: y ?? Number.NaN,
          width: item.width,
          height: item.height,
          font: fontNames.get(item.fontName) ?? item.fontName,
          tagged: open.includes(true),
        });
      }
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      // Only marked content with a number (MCID) is in the tree of tags; what is marked as an artifact has none.
      open.push(typeof item.id === 'string' && /_mc\d+$/.test(item.id));
    }
  }
  return texts;
}

function joined(items: readonly PdfText[]): string {
  return items
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type StructNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>['children'][number];

function tagsOf(nodes: readonly StructNode[]): PdfTag[] {
  return nodes.flatMap((node) =>
    'role' in node
      ? [{ role: node.role, alt: (node as { alt?: string }).alt ?? null, children: tagsOf(node.children) }]
      : [],
  );
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

function bookmarks(nodes: readonly OutlineNode[]): PdfBookmark[] {
  return nodes.map(({ title, items }) => ({ title, children: bookmarks(items) }));
}
