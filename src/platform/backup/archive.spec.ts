import { gunzipSync, gzipSync } from 'node:zlib';
import { type ArchivedTable, openArchive, writeArchive } from './archive.ts';

const head = { takenAt: '2017-06-30T12:00:00.000Z', migrations: ['aa', 'bb'] };

async function* tables(): AsyncGenerator<ArchivedTable> {
  yield { table: 'empty', columns: ['a'], rows: rows() };
  yield {
    table: 'places',
    columns: ['code', 'name'],
    rows: rows('["CR",null]', '["AG","Antigua\\nand \\"Barbuda\\""]'),
  };
}

async function* rows(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

const written = (): Promise<Uint8Array> => writeArchive(head, tables());
const changed = async (change: (text: string) => string): Promise<Uint8Array> =>
  gzipSync(change(gunzipSync(await written()).toString('utf8')));

it('is read as it was written', async () => {
  const archive = await openArchive(await written());
  expect(archive).toMatchObject({ head, rowCount: 2 });
  const batches = await Array.fromAsync(archive.batches());
  expect(batches).toEqual([
    {
      table: 'places',
      columns: ['code', 'name'],
      rows: '[["CR",null],["AG","Antigua\\nand \\"Barbuda\\""]]',
    },
  ]);
});

it('comes in batches that fit into memory', async () => {
  const long = `["${'x'.repeat(900_000)}"]`;
  async function* big(): AsyncGenerator<ArchivedTable> {
    yield { table: 'issues', columns: ['pdf'], rows: rows(long, long, long, long, long) };
  }
  const archive = await openArchive(await writeArchive(head, big()));
  const batches = await Array.fromAsync(archive.batches());
  expect(batches.map((batch) => JSON.parse(batch.rows).length)).toEqual([2, 2, 1]);
});

describe('is refused whole', () => {
  it.each<[string, (text: string) => string, string]>([
    ['a figure was changed', (text) => text.replace('"CR"', '"CL"'), 'its checksum is another'],
    ['a row is gone', (text) => text.replace('["CR",null]\n', ''), 'its checksum is another'],
    [
      'a row has a value too many',
      (text) => text.replace('"CR",', '"CR","x",'),
      'row 1 does not fit its table',
    ],
    ['it ends early', (text) => text.slice(0, text.indexOf('["AG"')), 'it is cut off'],
    ['it ends in a line', (text) => text.slice(0, -3), 'cut off'],
    ['it goes on', (text) => `${text}["CR",null]\n`, 'something follows its end'],
    ['a line is no JSON', (text) => text.replace('["CR"', '[CR'), 'its lines cannot be read'],
  ])('when %s', async (_what, change, message) => {
    await expect(changed(change).then(openArchive)).rejects.toThrow(message);
  });

  it('when it begins well and goes on without an end of line', async () => {
    const start = gunzipSync(await written())
      .toString('utf8')
      .split('\n')[0];
    const endless = gzipSync(Buffer.concat([Buffer.from(`${start}\n["`), Buffer.alloc(2 ** 28, 'x')]));
    await expect(openArchive(endless)).rejects.toThrow('The backup is damaged: a line in it has no end.');
  });

  it('when a later version of Attest wrote it, which it says', async () => {
    const bytes = await changed((text) => text.replace('"version":1', '"version":2'));
    await expect(openArchive(bytes)).rejects.toMatchObject({
      code: 'BACKUP.NEWER_FORMAT',
      message: 'The backup has format 2; here is 1.',
      options: { kind: 'refused' },
    });
  });

  it('when the file was cut', async () => {
    const bytes = await written();
    await expect(openArchive(bytes.slice(0, -20))).rejects.toMatchObject({ code: 'BACKUP.DAMAGED' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('code,name\nCR,Costa Rica\n')],
    ['another gzip', gzipSync('{"format":"other"}\n')],
    ['an empty gzip', gzipSync('')],
    ['a gzip of JSON that is no object', gzipSync('[1]\n"a"\nnull\n')],
    ['a gzip of nothing but line ends', gzipSync('\n'.repeat(1000))],
    ['a zip, as workbooks are', Buffer.from('504b0304140000000800', 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['a small file that unpacks to 300 MB without a line', gzipSync(Buffer.alloc(300 * 2 ** 20))],
  ])('when it is %s', async (_what, bytes) => {
    await expect(openArchive(bytes)).rejects.toMatchObject({
      code: 'BACKUP.NOT_A_BACKUP',
      options: { kind: 'refused' },
    });
  });
});
