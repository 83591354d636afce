import fc from 'fast-check';
import type { Block, BlockRow } from '../core/report/block.ts';
import { blocksCsv, blocksJson } from '../platform/csv/blocks-csv.ts';
import { type BlockPieces, csvText, jsonText, streamOf } from './blocks-in-pieces.ts';

const context = { cutOff: '2017-06-30', asOf: '2017-07-01T12:00:00.000Z', currency: 'USD' };
const row = (key: string, amount: number): BlockRow => ({
  key,
  href: null,
  muted: false,
  cells: [
    { text: `"${key}", and`, raw: key },
    { text: String(amount), raw: amount },
  ],
});
function blockOf(id: string, amounts: readonly number[]): Block {
  return {
    id,
    title: `${amounts.length} rows`,
    subtitle: 'in US dollars',
    chart: null,
    columns: [
      { key: 'program', label: 'Programme', numeric: false, holds: 'code' },
      { key: 'amount', label: 'Amount', numeric: true, holds: 'money' },
    ],
    rows: amounts.map((amount, index) => row(`${id} ${index}`, amount)),
    total: row('total', amounts.length),
    notes: ['A note.'],
    illustrative: amounts.length > 3,
  };
}

function inPieces(block: Block, size: number): BlockPieces {
  return {
    id: block.id,
    async *read() {
      for (let at = 0; at === 0 || at < block.rows.length; at += size) {
        const isLast = at + size >= block.rows.length;
        yield { ...block, rows: block.rows.slice(at, at + size), total: isLast ? block.total : null };
      }
    },
  };
}

const joined = async (text: AsyncIterable<string>) => (await Array.fromAsync(text)).join('');

it('is the same text as the whole blocks give, whatever the pieces', async () => {
  const amounts = fc.array(fc.integer(), { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(amounts, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      async (all, size) => {
        const blocks = all.map((each, index) => blockOf(`block-${index}`, each));
        const pieces = blocks.map((block) => inPieces(block, size));
        expect(await joined(csvText(pieces, context))).toBe(blocksCsv(blocks, context));
        expect(await joined(jsonText(pieces, context))).toBe(JSON.stringify(blocksJson(blocks, context)));
      },
    ),
  );
});

it('is read no further than it is taken', async () => {
  let read = 0;
  let isEnded = false;
  async function* text() {
    try {
      for (; read < 1_000; read += 1) yield 'line\n';
    } finally {
      isEnded = true;
    }
  }
  const stream = streamOf(text());
  for await (const _ of stream) break;
  expect(read).toBeLessThan(10);
  expect(isEnded).toBe(true);
});
