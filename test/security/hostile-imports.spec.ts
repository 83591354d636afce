import fc from 'fast-check';
import { ENTRY_KINDS } from '../../src/core/entry/submission.ts';
import { transactions } from '../../src/funding/funding.table.ts';
import { importKinds } from '../../src/imports.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { indicators } from '../../src/results/indicators.table.ts';
import { results } from '../../src/results/results.table.ts';
import { PagesWorld, type Visit } from '../integration/access/pages.fixture.ts';
import { fill, upload } from '../integration/entry.fixture.ts';
import { type Engine, eachEngine } from '../support/database.ts';
import { workbookOf, zipOf } from '../support/zip.ts';

/** A workbook that takes all the time that there is for a file takes it here, too. */
const runsOn = (engine: Engine) => Number(process.env.HOSTILE_RUNS ?? engine.some(process.env.CI ? 250 : 60));
const MARKUP = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
const UNESCAPED = /<img src=x|<script>alert/;

const hostileCell = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|'/C calc'!A0",
    '@SUM(1+1)*cmd',
    '+1+1',
    MARKUP,
    `'); DROP TABLE results; --`,
    '../../etc/passwd',
    'x\r\nBcc: all@example.org',
    '\0',
    '\u202egnp.exe',
    '#REF!',
    '1e308',
    '-0',
    'NaN',
    '9'.repeat(400),
    '2017-02-30',
    '31/02/2017',
    'constructor',
    '__proto__',
    '{0}',
    '{{7*7}}',
    'NET-POL',
    'TOUR',
    'officials trained',
    'actual',
    'CR',
    '2017-05',
    '12',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const header = (known: readonly string[]) =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('Programa', 'Valor', 'Mes', MARKUP, '', '__proto__', 'toString'),
      },
      { weight: 1, arbitrary: hostileCell },
    ),
    { minLength: 1, maxLength: 30 },
  );
const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
  // Cut within a letter, and two codes in one file.
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]),
  (text) => Buffer.concat([Buffer.from(`${text}\nañ`, 'latin1'), Buffer.from('ñandú')]),
];

/** A table as somebody means it to hurt. */
const tables = fc
  .constantFrom(...importKinds.filter(({ name }) => ENTRY_KINDS.some((kind) => kind === name)))
  .chain(({ columns }) =>
    fc.record({
      head: header(columns.known),
      rows: fc.array(fc.array(hostileCell, { maxLength: 30 }), { maxLength: 20 }),
      separator: fc.constantFrom(',', ';', '\t', '|', '\u00a0'),
      quoted: fc.boolean(),
      encode: fc.constantFrom(...ENCODINGS),
      above: fc.constantFrom('', 'sep=;\n', '\n\n\n', 'A title\n', '<table>\n'),
    }),
  )
  .map(({ head, rows, separator, quoted, encode, above }) => {
    const cell = (text: string) => (quoted ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = [head, ...rows].map((cells) => cells.map(cell).join(separator));
    return encode(above + lines.join('\n'));
  });

/** Tables that are too much of something. */
const vast = fc.constantFrom<() => string>(
  () => Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(','),
  () => `${'program,'.repeat(100_000)}\n${'x,'.repeat(100_000)}`,
  () => `program,indicator,kind,value\n${'TOUR,officials trained,actual,1\n'.repeat(100_000)}`,
  () => ','.repeat(3_000_000),
  () => '"'.repeat(1_000_001),
  () => `program,indicator,kind,value\n"${'x\n'.repeat(1_000_000)}`,
  () => `program,indicator,kind,value\nTOUR,${'y'.repeat(3_000_000)},actual,1`,
  () => '\n'.repeat(3_000_000),
);

const sheet = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
const inline = (text: string) =>
  `<c t="inlineStr"><is><t>${text.replace(/[<&]/g, (one) => `&#${one.charCodeAt(0)};`)}</t></is></c>`;
const books = fc.oneof(
  fc
    .array(fc.array(hostileCell, { maxLength: 12 }), { minLength: 1, maxLength: 8 })
    .map((rows) => workbookOf(sheet(rows.map((row) => `<row>${row.map(inline).join('')}</row>`).join('')))),
  fc
    .constantFrom(
      '<row><c r="ZZZZ1"><v>1</v></c></row>',
      '<row r="99999999999"><c><v>1</v></c></row>',
      '<row r="-1"><c r="A0"><v>1</v></c></row>',
      '<row><c t="s"><v>999999</v></c></row>',
      '<row><c t="s"><v>-1</v></c></row>',
      '<row><c><f>HYPERLINK("https://evil.example")</f><v>1</v></c></row>',
      '<row><c t="e"><v>#REF!</v></c></row>',
      '<row>'.repeat(10_000),
      '<row><c',
      '&xxe;',
      `<row>${'<c t="inlineStr"><is><t>program</t></is></c>'.repeat(20_000)}</row>`,
    )
    .map((inside) => workbookOf(sheet(inside))),
  fc.constantFrom(
    workbookOf(sheet(''), '', '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]>'),
    workbookOf('<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><worksheet>&xxe;</worksheet>'),
    zipOf({ '../../etc/passwd': 'x', 'xl/workbook.xml': 'x' }),
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    zipOf({ 'evil.sh': 'rm -rf /' }),
    zipOf(Object.fromEntries(Array.from({ length: 11_000 }, (_, at) => [`f${at}`, '']))),
  ),
);

/** Little that unpacks to very much. */
const bombs = fc
  .record({
    megabytes: fc.integer({ min: 50, max: 400 }),
    where: fc.constantFrom('sheet', 'strings', 'book'),
  })
  .map(({ megabytes, where }) => {
    const content = Buffer.alloc(megabytes * 1_000_000, where === 'sheet' ? ' ' : '<a/>');
    if (where === 'sheet') return workbookOf(content);
    return zipOf(
      where === 'book'
        ? { 'xl/workbook.xml': content }
        : { 'xl/workbook.xml': 'x', 'xl/sharedStrings.xml': content },
    );
  });

const MAGIC = [
  '%PDF-1.7',
  '\x89PNG\r\n',
  '\x1f\x8b',
  '\xd0\xcf\x11\xe0',
  'PK\x03\x04',
  'PK',
  '{"a":',
  '<html>',
  '\xff\xfe',
  '\xef\xbb\xbf',
];
const junk = fc
  .tuple(fc.constantFrom('', ...MAGIC), fc.uint8Array({ maxLength: 5_000 }))
  .map(([magic, bytes]) => Buffer.concat([Buffer.from(magic, 'latin1'), bytes]));
/** A file that was whole, with some bytes that are otherwise. */
const torn = fc
  .tuple(books, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }), fc.nat())
  .map(([book, changes, cut]) => {
    const bytes = Buffer.from(book);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return cut % 2 === 0 ? bytes : bytes.subarray(0, cut % bytes.length);
  });

const names = fc.oneof(
  fc.constantFrom(
    'june.csv',
    '../../../etc/passwd',
    'C:\\x\\y.csv',
    '<script>alert(1)</script>.csv',
    '=1+1.xlsx',
    '',
    'n'.repeat(390),
  ),
  fc.string({ maxLength: 60 }).map((name) => name.replace(/["\r\n]/g, '_')),
);
const imports = fc.record({
  kind: fc.constantFrom(...ENTRY_KINDS),
  decimal: fc.constantFrom('', 'comma', 'point'),
  name: names,
  content: fc.oneof(
    { weight: 30, arbitrary: tables },
    { weight: 20, arbitrary: books },
    { weight: 15, arbitrary: torn },
    { weight: 15, arbitrary: junk },
    { weight: 3, arbitrary: vast.map((make) => Buffer.from(make())) },
    { weight: 1, arbitrary: bombs },
  ),
  /** What somebody chooses for columns: some that there are, and what nobody offers. */
  choices: fc.array(
    fc.constantFrom('program', 'indicator', 'value', 'kind', '', '__proto__', 'a+b', 'batch'),
    {
      maxLength: 40,
    },
  ),
});

eachEngine('files that mean harm', (engine) => {
  let world: PagesWorld;
  let officer: Visit;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    officer = await world.signedIn('tourism@example.org');
  });
  afterAll(() => world.app.close());

  /** What the portfolio holds, in numbers. */
  const portfolio = async () => {
    const { db } = world.app.database;
    const tables = [results, transactions, programs, organisations, indicators, importBatches];
    const counts: number[] = [];
    for (const table of tables) counts.push(await db.$count(table));
    return [...counts, await readRevision(db)];
  };
  const looks = async (url: string) => {
    const page = await officer.get(url);
    return page.statusCode === 200 && !UNESCAPED.test(page.body) ? page : null;
  };

  it('are refused, or become drafts of their author and nothing else', async () => {
    const before = await portfolio();
    const met = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(imports, async ({ kind, decimal, name, content, choices }) => {
        const { payload, type } = upload({ kind, decimal }, content, name);
        const answer = await officer.send('POST', '/imports?lang=en', payload, { 'content-type': type });
        met.set(answer.statusCode, (met.get(answer.statusCode) ?? 0) + 1);
        expect([303, 400, 413, 422]).toContain(answer.statusCode);
        expect(UNESCAPED.test(answer.body)).toBe(false);
        if (answer.statusCode !== 303) return;
        let path = String(answer.headers.location);
        if (path.startsWith('/imports/files/')) {
          const page = await looks(path);
          expect(page).not.toBeNull();
          const { action, fields } = fill(page?.body ?? '', 'columns');
          const typed = Object.fromEntries(choices.map((choice, at) => [`column-${at}`, choice]));
          const said = await officer.post(action, { ...fields, ...typed });
          expect([303, 422]).toContain(said.statusCode);
          expect(UNESCAPED.test(said.body)).toBe(false);
          if (said.statusCode !== 303) return;
          path = String(said.headers.location);
        }
        const sheet = await looks(path);
        expect(sheet).not.toBeNull();
        expect((await officer.get(`${path.split('?')[0]}/faults.csv`)).statusCode).toBe(200);
        const { action, fields } = fill(sheet?.body ?? '', `${path.split('?')[0]}/discard`);
        expect((await officer.post(action, fields)).statusCode).toBe(303);
      }),
      { numRuns: runsOn(engine), seed: 20_170_701, endOnFailure: true },
    );
    // Some of them are taken, so that what comes after is tried too.
    expect(met.get(303) ?? 0).toBeGreaterThan(0);
    expect(met.get(422) ?? 0).toBeGreaterThan(0);
    expect(await portfolio()).toEqual(before);
    expect((await world.app.asStranger('/healthz')).statusCode).toBe(200);
  }, 1_800_000);
});
