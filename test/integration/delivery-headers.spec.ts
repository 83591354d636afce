import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { type TestApp } from '../support/app.ts';
import { importCsv } from '../support/import.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const HEADER = 'email,name,report,lang,paper,pillar,country,donor';

/** From the file that somebody imports to the e-mail as a mail server would get it. */
describe('what people enter becomes no header of an e-mail', () => {
  let app: TestApp;
  const importSubscriptions = (...rows: string[]) =>
    importCsv(app.database.db, 'subscriptions', [HEADER, ...rows].join('\n'));

  beforeAll(async () => {
    app = await startReferenceApp();
    await app.database.db.execute('DELETE FROM subscriptions');
  });
  afterAll(() => app.close());

  it.each([
    ['several addresses', '"ana@example.org,eve@example.org"'],
    ['several addresses, apart by a semicolon', 'ana@example.org;eve@example.org'],
    ['a name with an address', 'Ana <ana@example.org>'],
    ['an address and a header', '"ana@example.org\r\nBcc: eve@example.org"'],
    ['an address and a line break', '"ana@example.org\n,eve@example.org"'],
    ['a group', '"all: ana@example.org, eve@example.org;"'],
    ['a quoted address', '"""ana eve""@example.org"'],
  ])('%s are no recipient', async (_what, email) => {
    const { errors } = await importSubscriptions(`${email},Ana,portfolio,en,a4,,,`);
    expect(errors).toMatchObject([{ line: 2, column: 'email', code: 'CELL.NOT_AN_EMAIL' }]);
  });

  it('names and titles stay words of one line', async () => {
    const donor = '"Eve\r\nBcc: eve@example.org\r\n\r\nand text"';
    await importCsv(
      app.database.db,
      'program-organisations',
      `program,organisation,kind,country,role\nNET-POL,${donor},government,,funding\n`,
    );
    const name = '"Ana\r\nCc: eve@example.org\r\n\r\n<b>Bold</b>"';
    expect(
      await importSubscriptions(`ana@example.org,${name},donor-funding-summary,en,a4,,,${donor}`),
    ).toMatchObject({
      errors: [],
    });
    const { exit, stdout, stderr } = await app.run({
      name: 'send',
      argv: ['--period', '2017-06'],
      files: new Map(),
    });
    expect({ exit, stderr, sent: stdout.length }).toEqual({ exit: 0, stderr: [], sent: 1 });

    const folder = join(app.config.dataDir, 'outbox');
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    const raw = readFileSync(join(folder, files[0] ?? ''));
    const mail = await PostalMime.parse(raw);
    expect(mail.to).toEqual([{ address: 'ana@example.org', name: '' }]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(mail.headers.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(mail.subject).toBe('Donor funding summary: Eve Bcc: eve@example.org and text, June 2017');
    expect(mail.text).toContain('Sent to Ana Cc: eve@example.org <b>Bold</b> (ana@example.org)');
    expect(mail.html).toContain('&lt;b>Bold&lt;/b>');
    expect(mail.html).not.toContain('<b>');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^donor-funding-summary-2017-06-[a-z0-9-]+-en\.pdf$/),
    ]);
  });
});
