import { deflateRawSync } from 'node:zlib';
import { isNotNull } from 'drizzle-orm';
import { submissions } from '../../src/entry/submissions.table.ts';
import { importKinds } from '../../src/imports.ts';
import { undoImport } from '../../src/platform/csv/undo.use-case.ts';
import { writeXlsx } from '../../src/platform/spreadsheet/xlsx.adapter.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said, upload } from './entry.fixture.ts';

const HEAD = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value';
const COUNTRIES = ['DM', 'GD', 'KN', 'LC', 'VC'];
/** A month from January 2009 on: the first is 0. */
const month = (index: number) =>
  `${2009 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const line = (over: Readonly<Record<string, string>> = {}) => {
  const row = {
    program: 'TOUR',
    indicator: 'officials trained',
    unit: 'people',
    kind: 'actual',
    country_or_region: 'DM',
    period_start: '2017-05',
    period_end: '2017-05',
    value: '12',
    ...over,
  };
  return Object.values(row).join(',');
};
const file = (...lines: readonly string[]) => `${[HEAD, ...lines].join('\n')}\n`;

/** Five hundred rows: of five countries each a hundred months from 2009 on, row by row one more than before, from 1. */
const rowAt = (index: number) => ({
  country_or_region: COUNTRIES[index % 5] ?? '',
  period_start: month(Math.floor(index / 5)),
  period_end: month(Math.floor(index / 5)),
  value: String(index + 1),
});
/** Seven of them as somebody mistyped them. */
const BAD: ReadonlyMap<number, Readonly<Record<string, string>>> = new Map([
  [10, { value: 'many' }],
  [20, { value: '' }],
  [30, { period_end: '2008-12' }],
  [40, { kind: 'guess' }],
  [50, { country_or_region: 'Atlantis' }],
  [60, { period_start: '2009-13' }],
  [70, { value: '71 people' }],
]);
/** The last three say again what is there: 100 of May 2017, in the first three countries. */
const TWINS: ReadonlyMap<number, Readonly<Record<string, string>>> = new Map(
  [497, 498, 499].map((index, at) => [
    index,
    {
      country_or_region: COUNTRIES[at] ?? '',
      period_start: '2017-05',
      period_end: '2017-05',
      value: String(101 + at),
    },
  ]),
);

eachEngine('files that people bring on a page', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let manager: Visit;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    officer = await world.signedIn('tourism@example.org');
    manager = await world.signedIn('manager@example.org');
  });
  afterAll(() => world.app.close());

  const bring = async (
    content: Uint8Array | string,
    { kind = 'results', decimal = '', name = 'june.csv', lang = 'en' } = {},
  ) => {
    const { payload, type } = upload({ kind, decimal }, content, name);
    return officer.send('POST', `/imports?lang=${lang}`, payload, { 'content-type': type });
  };
  /** A file that is taken, and the page of its rows. */
  const sheetOf = async (content: Uint8Array | string, options: Parameters<typeof bring>[1] = {}) => {
    const answer = await bring(content, options);
    expect([answer.statusCode, said(answer)]).toEqual([303, expect.anything()]);
    const path = String(answer.headers.location).split('?')[0] ?? '';
    expect(path).toMatch(/^\/sheets\/[0-9a-f-]{36}$/);
    return path;
  };
  const send = async (visit: Visit, html: string, mark: string, typed: Parameters<typeof fill>[2] = {}) => {
    const { action, fields } = fill(html, mark, typed);
    return visit.post(action, fields);
  };
  const total = async (): Promise<number> => {
    const answer = await world.app.nest.inject('/api/v1/totals?indicator=officials-trained');
    return answer.json().total.value;
  };
  const elementsOf = (html: string) => html.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length ?? 0;
  const approveAll = async () => {
    const { body } = await manager.get('/approvals');
    const groups = [...body.matchAll(/name="group" value="([^"]+)"/g)].map(([, group = '']) => group);
    const looked = await send(manager, body, 'approvals', { group: groups });
    return { looked, done: await send(manager, looked.body, 'approve') };
  };

  it('are mended row by row, answered for, approved at once, and taken back', async () => {
    const { db } = world.app.database;
    const there = COUNTRIES.slice(0, 3).map((country_or_region) => line({ country_or_region, value: '100' }));
    await importCsv(db, 'results', file(...there));
    // 123 of the reference portfolio, and three hundreds.
    expect(await total()).toBe(423);

    const rows = Array.from({ length: 500 }, (_, index) =>
      line({ ...rowAt(index), ...(TWINS.get(index) ?? BAD.get(index)) }),
    );
    const sheet = await sheetOf(file(...rows));
    const brought = await officer.get(sheet);
    expect(said(brought)).toContain('Results: 500 rows');
    expect(said(brought)).toContain('7 to correct · 3 to answer · 490 ready to submit');
    expect(said(brought)).toContain('Submit the 490 rows that are ready');
    expect(said(brought)).toContain('490 new, 0 changed, 0 unchanged.');
    expect(elementsOf(brought.body)).toBeLessThanOrEqual(1_500);
    const faults = (await officer.get(`${sheet}/faults.csv`)).body.trim().split('\r\n');
    // The head, seven that are wrong and three that are asked about.
    expect(faults).toHaveLength(11);
    expect(await total()).toBe(423);

    // Row 10 of the data is line 12 of the file: the head is the first.
    for (const [index] of BAD) {
      const { body } = await officer.get(sheet);
      const [, path = ''] = new RegExp(`>${index + 2}: <a href="(/submissions/[0-9a-f-]+)"`).exec(body) ?? [];
      const form = await officer.get(path);
      const { country_or_region, period_start, period_end, value } = rowAt(index);
      const mended = await send(officer, form.body, 'entry', {
        'cell-country_or_region': country_or_region,
        'cell-kind': 'actual',
        'cell-period_start': period_start,
        'cell-period_end': period_end,
        'cell-value': value,
      });
      expect([index, mended.statusCode, mended.headers.location]).toEqual([index, 303, sheet]);
    }
    const asked = await officer.get(sheet);
    expect(said(asked)).toContain('3 to answer · 490 ready to submit · Waiting for approval: 7');
    const twins = [...asked.body.matchAll(/type="radio" name="(twin-[0-9a-f-]+)" value="same"/g)].map(
      ([, name = '']) => name,
    );
    expect(twins).toHaveLength(3);
    const [one = '', two = '', three = ''] = twins;
    const answers = { [one]: 'same', [two]: 'same', [three]: 'another' };
    const sent = await send(officer, asked.body, 'sheet', answers);
    expect(sent.headers.location).toBe(`${sheet}?done=submitted`);
    expect(said(await officer.get(sheet))).toContain('Waiting for approval: 500');
    // What was sent once is not sent again.
    expect((await send(officer, asked.body, 'sheet', answers)).statusCode).toBe(422);
    expect(await total()).toBe(423);

    expect(said(await manager.get('/approvals'))).toContain('500 rows wait for approval.');
    const { looked, done } = await approveAll();
    expect(said(looked)).toContain('Approve 500 rows');
    expect(elementsOf(looked.body)).toBeLessThanOrEqual(1_500);
    expect(done.headers.location).toBe('/approvals?done=approved');
    // 1 + 2 + … + 497 is 123 753; two hundreds became 101 and 102; 103 count beside the third.
    expect(await total()).toBe(423 + 123_753 + 1 + 2 + 103);

    const batches = await db
      .selectDistinct({ batch: submissions.batch })
      .from(submissions)
      .where(isNotNull(submissions.batch));
    const newestFirst = batches.flatMap(({ batch }) => batch ?? []).sort((a, b) => b - a);
    for (const batch of newestFirst) {
      const by = { kind: 'command' as const, name: 'test' };
      await undoImport(db, importKinds, { batch, reason: null, by, now: NOW });
    }
    expect(await total()).toBe(423);
  });

  it('are given back or approved as they were seen, and not with what was submitted since', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      line({ country_or_region: 'BZ', period_start: month(index), period_end: month(index), value: '3' }),
    );
    const sheet = await sheetOf(file(line({ country_or_region: 'BZ', value: 'many' }), ...rows));
    const brought = await officer.get(sheet);
    await send(officer, brought.body, 'sheet');
    const { body } = await manager.get('/approvals');
    const looked = await send(manager, body, 'approvals', {
      group: /name="group" value="([^"]+)"/.exec(body)?.[1] ?? '',
    });
    expect(said(looked)).toContain('Approve 60 rows');
    expect(fill(looked.body, 'approve').fields.id).toBeUndefined();
    // Of those that are listed, what has no tick is left out, and stays out in what is decided.
    const boxes = [fill(looked.body, '/approvals/review').fields.id ?? []].flat();
    expect(boxes).toHaveLength(50);
    const [out = '', ...others] = boxes;
    const narrowed = await send(manager, looked.body, '/approvals/review', { id: others });
    expect(said(narrowed)).toContain('Approve 59 rows');
    expect(fill(narrowed.body, 'approve').fields).toMatchObject({ without: out });
    expect(fill(narrowed.body, 'return').fields).toMatchObject({ without: out });
    const [next = ''] = [fill(narrowed.body, '/approvals/review').fields.id ?? []].flat();
    const again = [fill(narrowed.body, '/approvals/review').fields.id ?? []].flat().slice(1);
    const fewer = await send(manager, narrowed.body, '/approvals/review', { id: again });
    expect(said(fewer)).toContain('Approve 58 rows');
    expect(fill(fewer.body, 'approve').fields.without).toEqual([out, next]);

    const [, path = ''] =
      />2: <a href="(\/submissions\/[0-9a-f-]+)"/.exec((await officer.get(sheet)).body) ?? [];
    await send(officer, (await officer.get(path)).body, 'entry', { 'cell-value': '3' });
    for (const [mark, typed] of [
      ['approve', {}],
      ['return', { comment: 'Belize has none.' }],
    ] as const) {
      const late = await send(manager, looked.body, mark, typed);
      expect([mark, late.statusCode]).toEqual([mark, 422]);
      expect(said(late)).toContain('It was changed or decided meanwhile');
      // What it would come to now is shown with it.
      expect(said(late)).toContain('Approve 61 rows');
    }
    const list = await manager.get('/approvals');
    const all = await send(manager, list.body, 'approvals', {
      group: /name="group" value="([^"]+)"/.exec(list.body)?.[1] ?? '',
    });
    const back = await send(manager, all.body, 'return', { comment: 'Belize has none.' });
    expect(back.headers.location).toBe('/approvals?done=returned');
    expect(said(await officer.get(sheet))).toContain('Returned: 61');
    const open = await officer.get(sheet);
    const gone = await send(officer, open.body, `${sheet}/discard`);
    expect(gone.headers.location).toBe('/desk?done=discarded');
  });

  it('are workbooks too, whose numbers are numbers', async () => {
    const before = await total();
    const text = (value: string) => ({ text: value });
    const head = HEAD.split(',').map(text);
    const cells = ['TOUR', 'officials trained', 'people', 'actual', 'CU', '2017-04', '2017-04'].map(text);
    const rows = [head, [...cells, { number: 1234, format: '0' }]];
    const book = await writeXlsx([{ name: 'results', widths: [], frozenRows: 1, rows }], NOW);
    const sheet = await sheetOf(book, { name: 'june.xlsx', decimal: 'comma' });
    const page = await officer.get(sheet);
    expect(said(page)).toContain('june.xlsx');
    expect((await send(officer, page.body, 'sheet')).statusCode).toBe(303);
    await approveAll();
    expect(await total()).toBe(before + 1_234);
  });

  it('bring numbers as people of the file write them, and ask where there are two readings', async () => {
    const rows = [
      'program;type;value_date;amount;currency;provider',
      'TOUR;disbursement;2017-05-02;1.234;USD;Canada',
    ];
    const content = `${rows.join('\n')}\n`;
    const unclear = await officer.get(await sheetOf(content, { kind: 'transactions' }));
    expect(said(unclear)).toContain('can be read as 1234 and as 1.234');
    expect(said(unclear)).not.toContain('Submit');
    const clear = await officer.get(await sheetOf(content, { kind: 'transactions', decimal: 'comma' }));
    expect(said(clear)).toContain('Submit the row that is ready');
    await send(officer, clear.body, `${/action="(\/sheets\/[0-9a-f-]+\/discard)/.exec(clear.body)?.[1]}`);
  });

  it.each([
    [
      'es',
      [
        'No existe «officials traind», pero sí «officials trained». Escriba lo que ya existe;',
        '«Chle» no es un país. ¿Quiso decir CL (Chile)?',
        '«Xyzzy» no es un país. Escriba sus dos letras mayúsculas',
        '«1.234» puede leerse como 1234 y como 1,234. Escriba 1234, o 1,2340 con un cero más;',
        '«01/02/2017» puede leerse como 2017-02-01 y como 2017-01-02.',
        '«2017-13» no se admite aquí como fecha.',
        '«many» no se admite aquí como número.',
        '«guess» no es ninguna de las palabras de este campo.',
      ],
    ],
    [
      'pt',
      [
        'Não existe “officials traind”, mas existe “officials trained”. Escreva o que já existe;',
        '“Chle” não é um país. Você quis dizer CL (Chile)?',
        '“1.234” pode ser lido como 1234 e como 1,234. Escreva 1234, ou 1,2340 com um zero a mais;',
      ],
    ],
    [
      'fr',
      [
        '« officials traind » n’existe pas, mais « officials trained » existe. Écrivez ce qui est connu ;',
        '« Chle » n’est pas un pays. Vouliez-vous dire CL (Chili) ?',
        '« 1.234 » peut se lire 1234 et 1,234. Écrivez 1234, ou 1,2340 avec un zéro de plus ;',
      ],
    ],
  ])('say in every language what stands in a cell and what may be meant: %s', async (lang, sentences) => {
    const wrong = [
      { indicator: 'officials traind' },
      { country_or_region: 'Chle' },
      { country_or_region: 'Xyzzy' },
      { value: '1.234' },
      { period_start: '01/02/2017' },
      { period_end: '2017-13' },
      { value: 'many' },
      { kind: 'guess' },
    ];
    const path = await sheetOf(file(...wrong.map(line)), { lang });
    const page = await officer.get(`${path}?lang=${lang}`);
    const told = said(page).replaceAll('\u00a0', ' ');
    for (const sentence of sentences) expect(told).toContain(sentence);
    expect(told).not.toMatch(/confirmez? que|is not|Did you mean/);
    await send(officer, page.body, `${path}/discard`);
  });

  const zip = (name: string, content: Uint8Array): Buffer => {
    const packed = deflateRawSync(content);
    const entry = (signature: number, more: Buffer) => {
      const start = Buffer.alloc(4);
      start.writeUInt32LE(signature);
      return Buffer.concat([start, more]);
    };
    const sizes = Buffer.alloc(22);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(content.length, 18);
    const named = Buffer.alloc(4);
    named.writeUInt16LE(Buffer.byteLength(name), 0);
    const local = entry(0x04034b50, Buffer.concat([sizes, named, Buffer.from(name), packed]));
    const central = entry(
      0x02014b50,
      Buffer.concat([Buffer.from([20, 0]), sizes, named, Buffer.alloc(14), Buffer.from(name)]),
    );
    const end = Buffer.alloc(18);
    end.writeUInt16LE(1, 4);
    end.writeUInt16LE(1, 6);
    end.writeUInt32LE(central.length, 8);
    end.writeUInt32LE(local.length, 12);
    return Buffer.concat([local, central, entry(0x06054b50, end)]);
  };

  it.each([
    ['not there', () => '', 'Choose a file first.'],
    ['a document', () => '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', ''],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), ''],
    ['a page', () => '<!doctype html><script>alert(1)</script>', ''],
    ['an archive of other things', () => zip('evil.sh', Buffer.from('rm -rf /')), ''],
    ['an archive that leads out of its folder', () => zip('../../etc/passwd', Buffer.from('x')), ''],
    ['an archive that unpacks to far more', () => zip('xl/workbook.xml', Buffer.alloc(300_000_000)), ''],
    [
      'longer than 200,000 rows',
      () => `${HEAD}\n${`${','.repeat(7)}1\n`.repeat(200_001)}`,
      'The file has 200,001 rows, and at most 200,000 are brought in here at once. Split it.',
    ],
    ['of cells that are too long', () => file(line({ program: 'x'.repeat(30_000) })), ''],
    ['of cells with NUL characters', () => file(line({ program: 'TOUR\0' })), ''],
    ['of another programme', () => file(line(), line({ program: 'NET-POL' })), 'Line 3 is about a programme'],
  ])(
    'is refused where it is %s, in words',
    async (_, content, words) => {
      const drafts = async () => (await world.app.database.db.select().from(submissions)).length;
      const before = await drafts();
      const answer = await bring(content() as string, { name: 'brought' });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toMatch(/<(div|p) class="form-error" role="alert">/);
      expect(said(answer)).toContain(words);
      expect(answer.body).not.toMatch(/<script>alert|undefined|Error:/);
      expect(await drafts()).toBe(before);
      expect((await world.app.asStranger('/healthz')).statusCode).toBe(200);
    },
    90_000,
  );

  it('is refused where it is larger than 64 MB, before it is read', async () => {
    const answer = await bring(Buffer.alloc(69 * 1024 * 1024, 'x'));
    expect(answer.statusCode).toBe(413);
    const words = await bring(Buffer.alloc(65 * 1024 * 1024, 'x'));
    expect([words.statusCode, said(words)]).toEqual([422, expect.stringContaining('larger than 64 MB')]);
  });

  it.each([
    '<script>alert(1)</script>.csv',
    '../../../etc/passwd',
    'C:\\\\Windows\\\\system32\\\\x.csv',
    '=HYPERLINK(1).csv',
    `${'n'.repeat(390)}.csv`,
    'a\0b.csv',
    '',
  ])('is called what it is called, and nothing else comes of it: %s', async (name) => {
    const answer = await bring(file(line({ country_or_region: 'HT' })), { name });
    // A name that no file can have is no form.
    expect([303, 400]).toContain(answer.statusCode);
    if (answer.statusCode === 400) return;
    const path = String(answer.headers.location).split('?')[0] ?? '';
    const page = await officer.get(path);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('<script>alert');
    const faults = await officer.get(`${path}/faults.csv`);
    expect(faults.headers['content-disposition']).toBe('attachment; filename="rows-to-mend.csv"');
    const gone = await send(officer, page.body, `${path}/discard`);
    expect(gone.headers.location).toBe('/desk?done=discarded');
  });

  it('bring cells that stay text, whatever they look like', async () => {
    const hostile = `"=HYPERLINK(""https://evil.example"",""x"")"`;
    const markup = '<img src=x onerror=alert(1)>';
    const content = `${HEAD},note\n${line({ country_or_region: 'HT', value: '5' })},${hostile}\n${line({
      country_or_region: markup,
    })},${markup}\n`;
    const path = await sheetOf(content);
    const page = await officer.get(path);
    expect(page.body).not.toMatch(/<img src=x/);
    const csv = (await officer.get(`${path}/faults.csv`)).body;
    expect(csv).toContain('<img src=x');
    await send(officer, page.body, `${path}/discard`);
  });

  it.each([
    ['no kind', { kind: 'nothing' }],
    ['a kind of every object', { kind: 'constructor' }],
    ['a sign that is none', { decimal: ';' }],
  ])('is not asked what it is with %s', async (_, options) => {
    expect((await bring(file(line()), options)).statusCode).toBe(400);
  });

  it('is refused as a form that breaks off, or has no file', async () => {
    const { payload, type } = upload({ kind: 'results', decimal: '' }, file(line()), 'june.csv');
    const half = await officer.send('POST', '/imports', payload.subarray(0, 200), { 'content-type': type });
    expect(half.statusCode).toBe(400);
    const none = await officer.post('/imports', { kind: 'results', file: 'june.csv' });
    expect(none.statusCode).toBe(422);
    expect(said(none)).toContain('Choose a file first.');
  });

  it('are found again until all their rows are submitted, with what each still needs', async () => {
    await world.member('tourism-too@example.org', { role: 'officer', programs: ['TOUR'] });
    const author = await world.signedIn('tourism-too@example.org');
    const brings = async (name: string, content: string) => {
      const { payload, type } = upload({ kind: 'results', decimal: '' }, content, name);
      const answer = await author.send('POST', '/imports', payload, { 'content-type': type });
      return String(answer.headers.location).split('?')[0] ?? '';
    };
    const sound = line({ country_or_region: 'JM', period_start: '2012-03', period_end: '2012-03' });
    const wrong = Array.from({ length: 6 }, () => line({ country_or_region: 'JM', value: 'many' }));
    const bad = await brings('bad.csv', file(sound, ...wrong));
    world.later(1);
    // The same row in two files is not a row that one file has twice.
    const good = await brings('good.csv', file(sound));

    for (const url of ['/desk', '/imports']) {
      const page = await author.get(url);
      const told = said(page);
      expect(told).toContain('bad.csv (Results) 7 rows: 6 to correct, 1 ready to submit');
      expect(told).toContain('good.csv (Results) 1 row: 1 ready to submit');
      const links = [...page.body.matchAll(/href="(\/sheets\/[^"]+)"/g)].map(([, path]) => path);
      // What came last first.
      expect([...new Set(links)]).toEqual([good, bad]);
      expect(said(await officer.get(url))).not.toContain('bad.csv');
    }
    const [, drafts = ''] = /id="drafts-rows"(.*?)<\/table>/s.exec((await author.get('/desk')).body) ?? [];
    expect([drafts.match(/To correct/g)?.length, drafts.match(/Ready to submit/g)?.length]).toEqual([6, 2]);

    const [, row = ''] = /href="(\/submissions\/[^"]+)"/.exec((await author.get(bad)).body) ?? [];
    expect((await author.get(row)).body).toContain(`href="${bad}">All rows of bad.csv</a>`);
    await send(author, (await author.get(good)).body, 'sheet');
    expect(said(await author.get('/desk'))).not.toContain('good.csv (Results)');
    await send(author, (await author.get(bad)).body, `${bad}/discard`);
    expect((await author.get('/desk')).body).not.toContain('/sheets/');
  });

  it('is a file of nobody else: others do not open, send, discard or download it', async () => {
    const path = await sheetOf(file(line({ country_or_region: 'HT' })));
    await world.member('police@example.org', { role: 'officer', programs: ['NET-POL'] });
    await world.member('colleague@example.org', { role: 'officer', programs: ['TOUR'] });
    for (const email of ['police@example.org', 'colleague@example.org', 'manager@example.org']) {
      const other = await world.signedIn(email);
      for (const url of [path, `${path}/faults.csv`]) {
        expect([email, url, (await other.get(url)).statusCode]).toEqual([email, url, 404]);
      }
      for (const url of [path, `${path}/discard`]) {
        expect([email, url, (await other.post(url, { seen: 'x' })).statusCode]).toEqual([email, url, 404]);
      }
    }
    const { body } = await officer.get(path);
    const foreign = await officer.post(path, fill(body, 'sheet').fields, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.statusCode).toBe(403);
  });
});
