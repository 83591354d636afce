import type { VNode } from 'preact';
import { DomainError } from '../core/errors.ts';
import type { Block, Gap } from '../core/report/block.ts';
import { documentHtml } from '../web/document.ts';
import { blocksCsv, blocksJson } from './csv.ts';
import { datesOf, type View } from './view.ts';

/** A page as its address asks for it: to read, as CSV or as JSON (interfaces.md, "HTTP"). */
export type Format = 'html' | 'csv' | 'json';

/** What a page shows: its figures as data, and the page that is drawn from them; each asks for what it alone needs. */
export interface Content {
  /** All of them, whole. @param only the block that is asked for: others may be left out */
  readonly blocks: readonly Block[] | ((only?: string) => Promise<readonly Block[]>);
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
export interface PageBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A page, or one block of it or all as data. Figures change with every approval: nothing keeps a copy unasked.
 *
 * @throws DomainError `PAGE.UNKNOWN_BLOCK` (call)
 */
export async function pageBody(
  view: View,
  content: Content,
  {
    format,
    block,
    name,
  }: { readonly format: Format; readonly block: string | undefined; readonly name: string },
): Promise<PageBody> {
  const shared = {
    'cache-control': 'private, no-cache',
    'content-language': view.language,
    vary: 'accept-language',
  };
  if (format === 'html') {
    return {
      headers: { ...shared, 'content-type': 'text/html; charset=utf-8' },
      body: documentHtml(await content.page()),
    };
  }
  const blocks = await chosenBlocks(content, block);
  const context = { ...datesOf(view), currency: view.names.reportingCurrency };
  if (format === 'json') {
    return {
      headers: { ...shared, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(blocksJson(blocks, context)),
    };
  }
  const file = [name, block, view.cutOff].filter((part) => part !== undefined).join('-');
  return {
    headers: {
      ...shared,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.replace(/[^\w.-]+/g, '-')}.csv"`,
    },
    body: blocksCsv(blocks, context),
  };
}

/**
 * The blocks that are asked for: all of them, or one.
 *
 * @throws DomainError `PAGE.UNKNOWN_BLOCK` (call)
 */
export async function chosenBlocks(
  { blocks: given }: Pick<Content, 'blocks'>,
  id: string | undefined,
): Promise<readonly Block[]> {
  const blocks = typeof given === 'function' ? await given(id) : given;
  const found = id === undefined ? blocks : blocks.filter((block) => block.id === id);
  if (found.length > 0 || id === undefined) return found;
  throw new DomainError('PAGE.UNKNOWN_BLOCK', `This page has no block "${id}".`, {
    kind: 'call',
    remedy: `It has ${blocks.map((block) => block.id).join(', ')}.`,
    values: { block: id },
  });
}
