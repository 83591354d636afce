import { Readable } from 'node:stream';
import type { VNode } from 'preact';
import { DomainError } from '../core/errors.ts';
import type { Block, Gap } from '../core/report/block.ts';
import { blocksCsv, blocksJson, type CsvContext } from '../platform/csv/blocks-csv.ts';
import { xlsxBytes } from '../platform/spreadsheet/sheet-stream.ts';
import { XLSX_TYPE } from '../platform/spreadsheet/workbook.ts';
import { type BlocksInPieces, csvText, jsonText, streamOf } from './blocks-in-pieces.ts';
import { pageWorkbook } from './page-workbook.ts';
import { datesOf, type View } from './view.ts';

/** A page as its address asks for it: to read, as CSV, as JSON or as a workbook (interfaces.md, "HTTP"). */
export type Format = 'html' | 'csv' | 'json' | 'xlsx';

/** What a page shows: its figures as data, and the page that is drawn from them; each asks for what it alone needs. */
export interface Content {
  /** All of them, whole. @param only the block that is asked for: others may be left out */
  readonly blocks: readonly Block[] | ((only?: string) => Promise<readonly Block[]>) | BlocksInPieces;
  /** What it lacks. @param most items of each that are named: its first; without it, all */
  gaps?(most?: number): Promise<readonly Gap[]>;
  /** The name of what it is about, where its blocks do not say it. */
  readonly about?: string;
  /** What it is called, where `about` does not say it. */
  title?(): string | Promise<string>;
  /** Its page is a list already, which has no block that opens. */
  readonly isList?: boolean;
  page(): VNode | Promise<VNode>;
}

/**
 * Splits the ending that asks for data from an address or a code.
 *
 * @example splitFormat('NET-POL.csv') // ['NET-POL', 'csv']
 */
export function splitFormat(text: string): readonly [string, Format] {
  const ending = /\.(csv|json|xlsx)$/.exec(text)?.[1] as 'csv' | 'json' | 'xlsx' | undefined;
  return ending === undefined ? [text, 'html'] : [text.slice(0, -ending.length - 1), ending];
}

/** What is sent of a page, in the format asked for. */
export interface PageBody<Body> {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** Figures change with every approval: nothing keeps a copy unasked. */
function headersOf(view: View) {
  return {
    'cache-control': 'private, no-cache',
    'content-language': view.language,
    vary: 'accept-language',
  };
}

/**
 * A page to read.
 *
 * @param documentHtml draws it
 */
export async function pageHtml(
  view: View,
  content: Pick<Content, 'page'>,
  documentHtml: (page: VNode) => Promise<string>,
): Promise<PageBody<string>> {
  return {
    headers: { ...headersOf(view), 'content-type': 'text/html; charset=utf-8' },
    body: await documentHtml(await content.page()),
  };
}

/**
 * One block of a page as data, or all.
 *
 * @throws DomainError `PAGE.UNKNOWN_BLOCK` (call)
 */
export async function pageData(
  view: View,
  content: Omit<Content, 'page'>,
  {
    format,
    block,
    name,
    url,
  }: {
    readonly format: Exclude<Format, 'html'>;
    readonly block: string | undefined;
    readonly name: string;
    /** As it was asked for, with the service's own address before it where that is known. */
    readonly url: string;
  },
): Promise<PageBody<string | Readable>> {
  const shared = headersOf(view);
  const context = { ...datesOf(view), currency: view.names.reportingCurrency };
  const file = [name, block, view.cutOff].filter((part) => part !== undefined).join('-');
  const attached = (ending: string) => `attachment; filename="${file.replace(/[^\w.-]+/g, '-')}.${ending}"`;
  if (format === 'xlsx') {
    const title = (await content.title?.()) ?? content.about ?? '';
    const sheets = await pageWorkbook(view, await chosenOf(content, block), { title, address: url });
    return {
      headers: { ...shared, 'content-type': XLSX_TYPE, 'content-disposition': attached('xlsx') },
      body: Readable.from(xlsxBytes(sheets, view.known.at), { objectMode: false, highWaterMark: 65_536 }),
    };
  }
  const body = await dataBody(content, { format, block, context });
  if (format === 'json') {
    return { headers: { ...shared, 'content-type': 'application/json; charset=utf-8' }, body };
  }
  return {
    headers: {
      ...shared,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attached('csv'),
    },
    body,
  };
}

/** What is asked for, whole or in pieces. @throws DomainError `PAGE.UNKNOWN_BLOCK` (call) */
async function chosenOf(
  { blocks }: Pick<Content, 'blocks'>,
  block: string | undefined,
): Promise<readonly Block[] | BlocksInPieces> {
  if (typeof blocks === 'object' && 'pieces' in blocks) return { pieces: chosen(blocks.pieces, block) };
  return chosenBlocks(blocks, block);
}

async function dataBody(
  content: Pick<Content, 'blocks'>,
  asked: {
    readonly format: 'csv' | 'json';
    readonly block: string | undefined;
    readonly context: CsvContext;
  },
): Promise<string | Readable> {
  const { format, block, context } = asked;
  const blocks = await chosenOf(content, block);
  if ('pieces' in blocks) {
    const { pieces } = blocks;
    return streamOf(format === 'csv' ? csvText(pieces, context) : jsonText(pieces, context));
  }
  return format === 'csv' ? blocksCsv(blocks, context) : JSON.stringify(blocksJson(blocks, context));
}

/**
 * The blocks that are asked for, of those that a page holds whole: all of them, or one.
 *
 * @throws DomainError `PAGE.UNKNOWN_BLOCK` (call)
 */
export async function chosenBlocks(
  blocks: readonly Block[] | ((only?: string) => Promise<readonly Block[]>),
  id: string | undefined,
): Promise<readonly Block[]> {
  return chosen(typeof blocks === 'function' ? await blocks(id) : blocks, id);
}

function chosen<Item extends { readonly id: string }>(
  blocks: readonly Item[],
  id: string | undefined,
): readonly Item[] {
  const found = id === undefined ? blocks : blocks.filter((block) => block.id === id);
  if (found.length > 0 || id === undefined) return found;
  throw new DomainError('PAGE.UNKNOWN_BLOCK', `This page has no block "${id}".`, {
    kind: 'call',
    remedy: `It has ${blocks.map((block) => block.id).join(', ')}.`,
    values: { block: id },
  });
}
