import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import { DomainError } from '../core/errors.ts';
import type { Block, Gap } from '../core/report/block.ts';
import { blocksCsv, blocksJson, type CsvContext } from '../platform/csv/blocks-csv.ts';
import { type BlocksInPieces, csvText, jsonText, streamOf } from './blocks-in-pieces.ts';
import { datesOf, type View } from './view.ts';

/** A page as its address asks for it: to read, as CSV or as JSON (interfaces.md, "HTTP"). */
export type Format = 'html' | 'csv' | 'json';

/** What a page shows: its figures as data, and the page that is drawn from them; each asks for what it alone needs. */
export interface Content {
  /** All of them, whole. @param only the block that is asked for: others may be left out */
  readonly blocks: readonly Block[] | ((only?: string) => Promise<readonly Block[]>) | BlocksInPieces;
  /** What it lacks, with all items of each. */
  gaps?(): Promise<readonly Gap[]>;
  /** The name of what it is about, where its blocks do not say it. */
  readonly about?: string;
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
  const ending = /\.(csv|json)$/.exec(text)?.[1] as 'csv' | 'json' | undefined;
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
  content: Pick<Content, 'blocks'>,
  {
    format,
    block,
    name,
  }: {
    readonly format: Exclude<Format, 'html'>;
    readonly block: string | undefined;
    readonly name: string;
  },
): Promise<PageBody<string | Readable>> {
  const shared = headersOf(view);
  const context = { ...datesOf(view), currency: view.names.reportingCurrency };
  const body = await dataBody(content, { format, block, context });
  if (format === 'json') {
    return { headers: { ...shared, 'content-type': 'application/json; charset=utf-8' }, body };
  }
  const file = [name, block, view.cutOff].filter((part) => part !== undefined).join('-');
  return {
    headers: {
      ...shared,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.replace(/[^\w.-]+/g, '-')}.csv"`,
    },
    body,
  };
}

async function dataBody(
  { blocks: given }: Pick<Content, 'blocks'>,
  asked: {
    readonly format: 'csv' | 'json';
    readonly block: string | undefined;
    readonly context: CsvContext;
  },
): Promise<string | Readable> {
  const { format, block, context } = asked;
  if (typeof given === 'object' && 'pieces' in given) {
    const pieces = chosen(given.pieces, block);
    return streamOf(format === 'csv' ? csvText(pieces, context) : jsonText(pieces, context));
  }
  const blocks = await chosenBlocks(given, block);
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
