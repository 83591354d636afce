import { Readable } from 'node:stream';
import type { Block } from '../core/report/block.ts';
import { blockJson, type CsvContext, type CsvTable, csvTable } from '../platform/csv/blocks-csv.ts';

/** Blocks of so many rows that nobody holds them all: they are read as they are sent. */
export interface BlocksInPieces {
  readonly pieces: readonly BlockPieces[];
}

/** A block, some of its rows at a time; there is one piece at least, and the last one has the total. */
export interface BlockPieces {
  readonly id: string;
  read(): AsyncIterable<Block>;
}

/** The CSV that `blocksCsv` makes of the whole blocks, bit by bit; all of them have the same columns. */
export async function* csvText(blocks: readonly BlockPieces[], context: CsvContext): AsyncGenerator<string> {
  let table: CsvTable | null = null;
  for (const block of blocks) {
    for await (const piece of block.read()) {
      if (table === null) {
        table = csvTable([piece], context);
        yield table.start;
      }
      yield table.lines(piece);
    }
  }
}

/** The JSON that `blocksJson` makes of the whole blocks, bit by bit. */
export async function* jsonText(
  blocks: readonly BlockPieces[],
  { cutOff, asOf, currency }: CsvContext,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ cutOff, asOf, currency }).slice(0, -1)},"blocks":[`;
  for (const [at, block] of blocks.entries()) yield* blockText(block, at > 0);
  yield ']}';
}

async function* blockText(block: BlockPieces, isFurther: boolean): AsyncGenerator<string> {
  let isBegun = false;
  let end = '';
  for await (const piece of block.read()) {
    const { id, title, subtitle, columns, rows, ...rest } = blockJson(piece);
    const text = rows.map((row) => JSON.stringify(row)).join(',');
    const head = JSON.stringify({ id, title, subtitle, columns }).slice(0, -1);
    const start = isBegun ? (text === '' ? '' : ',') : `${isFurther ? ',' : ''}${head},"rows":[`;
    isBegun = true;
    end = `],${JSON.stringify(rest).slice(1)}`;
    yield start + text;
  }
  yield end;
}

/** Read as fast as it is sent, and no faster: what nobody takes is not made. */
export function streamOf(text: AsyncGenerator<string>): Readable {
  return Readable.from(text, { highWaterMark: 2 });
}
