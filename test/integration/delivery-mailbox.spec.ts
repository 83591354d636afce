import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SchedulerRegistry } from '@nestjs/schedule';
import { sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { LANGUAGES } from '../../src/core/text.ts';
import { DeliveryBell } from '../../src/delivery/delivery-bell.job.ts';
import { type TestApp } from '../support/app.ts';
import { readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** The subscribers of the seeds, in order of address. */
const SUBSCRIBERS = [
  'cartera@example.org',
  'carteira@example.org',
  'managers@example.org',
  'portefeuille@example.org',
].sort();

/** Nothing is sent to the example addresses that the seeds have. */
const moveToRealAddresses = ({ database }: TestApp) =>
  database.db.execute(
    sql`UPDATE subscriptions SET email = replace(email, '@portfolio.example', '@example.org')`,
  );

/** What a recipient finds in the mailbox. */
const read = (raw: Uint8Array | string): Promise<Email> => PostalMime.parse(raw);
const textOf = (mail: Email | undefined) => mail?.text ?? '';
const to = (mails: readonly Email[], address: string) =>
  mails.find((mail) => mail.to?.[0]?.address === address);

describe('the monthly report, from the schedule to a mailbox', () => {
  const arrived: Email[] = [];
  let waiting: { readonly count: number; readonly done: () => void } | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        arrived.push(await read(Buffer.concat(chunks)));
        done();
        if (waiting !== null && arrived.length >= waiting.count) waiting.done();
      });
    },
  });
  let app: TestApp;
  const send = async (...argv: string[]) => {
    const files = new Map();
    return (await app.run({ name: 'send', argv: ['--period', '2017-06', ...argv], files })).stdout;
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    // Its clock stands at noon (UTC) on 1 July 2017: what was due at 06:00 in New York was missed by two hours.
    app = await startReferenceApp(undefined, {
      env: {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'Attest <reports@attest.example.org>',
        PUBLIC_URL: 'https://attest.example.org',
      },
    });
    const all = Promise.withResolvers<void>();
    waiting = { count: SUBSCRIBERS.length, done: all.resolve };
    await moveToRealAddresses(app);
    await app.startSchedule();
    await all.promise;
    // The last e-mail is in the mailbox a moment before that is in the ledger.
    while ((await send('--dry-run')).some((line) => line.includes('being sent'))) {
      await new Promise(setImmediate);
    }
  });

  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('reaches each subscriber once', () => {
    expect(arrived.map((mail) => mail.to?.[0]?.address).sort()).toEqual(SUBSCRIBERS);
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(SUBSCRIBERS.length);
  });

  it('says the figures in the text', () => {
    const mail = to(arrived, 'managers@example.org');
    expect(mail?.subject).toBe('Portfolio report, June 2017');
    expect(mail?.from?.address).toBe('reports@attest.example.org');
    expect(textOf(mail)).toMatch(
      /^- 101 officials trained \(for periods that ended in June 2017 · of which 45 approximate · to date: 123/m,
    );
    expect(textOf(mail)).toContain('Figures, counted up to the cut-off date, 30 June 2017');
    expect(textOf(mail)).toContain('https://attest.example.org/?to=2017-06-30&lang=en');
    expect(textOf(mail)).toContain('illustrative, generated for demonstration');
  });

  it('speaks the language of each', () => {
    const subjects = Object.fromEntries(arrived.map((mail) => [mail.to?.[0]?.address, mail.subject]));
    expect(subjects).toEqual({
      'managers@example.org': 'Portfolio report, June 2017',
      'cartera@example.org': 'Informe de la cartera de programas, junio de 2017',
      'carteira@example.org': 'Relatório da carteira de programas, junho de 2017',
      'portefeuille@example.org':
        'Rapport sur le portefeuille de programmes\u00a0: Sécurité multidimensionnelle, juin 2017',
    });
    for (const mail of arrived) expect(textOf(mail)).toMatch(/^- 101 [^\n]* \([^\n]*45[^\n]*123[^\n]*22/m);
  });

  it('brings the report itself, whole and readable', async () => {
    for (const mail of arrived) {
      const [attachment, ...others] = mail.attachments;
      expect(others).toEqual([]);
      expect(attachment).toMatchObject({
        mimeType: 'application/pdf',
        disposition: 'attachment',
        filename: expect.stringMatching(new RegExp(`^portfolio-2017-06-.*(${LANGUAGES.join('|')})\\.pdf$`)),
      });
      const pdf = await readPdf(new Uint8Array(attachment?.content as ArrayBuffer));
      expect(pdf.title).toBe(mail.subject);
      expect(pdf.pages.map(({ text }) => text).join(' ')).toMatch(/\b123\b/);
    }
  });

  it('leads each to a page and a file of its own, without signing in', async () => {
    const links = arrived.map(
      (mail) => /https:\/\/attest\.example\.org(\/links\/\S+)/.exec(textOf(mail))?.[1] ?? '',
    );
    expect(new Set(links).size).toBe(SUBSCRIBERS.length);
    for (const [index, mail] of arrived.entries()) {
      const page = await app.asStranger(links[index] ?? '');
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(`<h1>${mail.subject}</h1>`);
      expect(page.body).toMatch(/>101<\/p>/);
      expect(page.body).toContain(mail.to?.[0]?.address);
      const file = await app.asStranger(`${links[index]}/report.pdf`);
      expect(file.rawPayload.equals(Buffer.from(mail.attachments[0]?.content as ArrayBuffer))).toBe(true);
      expect(file.headers['content-disposition']).toBe(
        `attachment; filename="${mail.attachments[0]?.filename}"`,
      );
    }
    const { body } = await app.nest.inject('/deliveries?lang=en');
    expect(body.match(/opened once, last 1 Jul 2017; holds until 5 Aug 2017/g)).toHaveLength(4);
  });

  it('is done once: the bell finds nothing more to do', async () => {
    const jobs = [...app.nest.get(SchedulerRegistry).getCronJobs().values()];
    // Those of deliveries, of what has not arrived, of what comes back, of reminders and of large files, of figures that have moved, and one that forgets answers of the API.
    expect(jobs).toHaveLength(7);
    await app.nest.get(DeliveryBell).ring();
    const lines = await send();
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/: already sent on 2017-07-01T12:00:00\.000Z$/);
    expect(arrived).toHaveLength(SUBSCRIBERS.length);
  });

  it('can be seen', async () => {
    const { statusCode, body } = await app.nest.inject('/deliveries?lang=es');
    expect(statusCode).toBe(200);
    expect(body).toContain('Envíos, junio de 2017');
    for (const address of SUBSCRIBERS) expect(body).toContain(address);
    expect(body.match(/enviado, 1 de julio de 2017/g)).toHaveLength(4);
    expect((await app.nest.inject('/deliveries?period=2017-13')).statusCode).toBe(400);
    expect((await app.nest.inject('/metrics')).body).toContain('attest_deliveries{status="sent"} 4');
  });
});

describe('npm run send', () => {
  let app: TestApp;
  const send = (...argv: string[]) => app.run({ name: 'send', argv, files: new Map() });
  const outbox = () => {
    const folder = join(app.config.dataDir, 'outbox');
    return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  };

  beforeAll(async () => {
    app = await startReferenceApp();
    await moveToRealAddresses(app);
  });
  afterAll(() => app.close());

  it('says first what it would do', async () => {
    const { exit, stdout } = await send('--period', '2017-06', '--dry-run');
    expect(exit).toBe(0);
    expect(stdout).toEqual([
      'carteira@example.org (portfolio pt a4): would be sent',
      'cartera@example.org (portfolio es letter): would be sent',
      'managers@example.org (portfolio en a4): would be sent',
      'portefeuille@example.org (portfolio pillar=multidimensional-security fr a4): would be sent',
    ]);
  });

  it('does it, into the outbox where there is no mail server, and not a second time', async () => {
    const { exit, stdout, stderr } = await send('--period', '2017-06', '--report', 'portfolio');
    expect([exit, stderr]).toEqual([0, []]);
    expect(stdout.map((line) => line.replace(/ \(.*\)/, ''))).toEqual([
      'carteira@example.org: sent',
      'cartera@example.org: sent',
      'managers@example.org: sent',
      'portefeuille@example.org: sent',
    ]);
    const mails = await Promise.all(outbox().map(read));
    expect(mails.map((mail) => mail.to?.[0]?.address).sort()).toEqual(SUBSCRIBERS);
    const mail = to(mails, 'managers@example.org');
    expect(textOf(mail)).toMatch(
      /101 officials trained \(for periods that ended in June 2017 · of which 45 approximate/,
    );
    expect(textOf(mail)).not.toContain('http');
    const [pdf] = mail?.attachments ?? [];
    expect(Buffer.from(pdf?.content as ArrayBuffer).toString('latin1', 0, 5)).toBe('%PDF-');

    expect((await send('--period', '2017-06')).stdout.every((line) => line.includes('already sent on'))).toBe(
      true,
    );
    expect(outbox()).toHaveLength(4);
  });

  it.each([
    [[], '--period is missing.'],
    [
      ['--period', 'june'],
      '"june" is not a period. Name a month (2017-06), a quarter (2017-Q2), a year (2017), or its first and last month (2016-04..2017-03).',
    ],
    [
      ['--period', '2017-07'],
      'The period 2017-07 is not over in America/New_York. A subscriber gets each period once, so it is not sent before its last day has passed.',
    ],
    [
      ['--period', '2017-06', '--report', 'annual'],
      'There is no report "annual". Choose one of portfolio, country-fact-sheet, donor-funding-summary, or name one that somebody has put together, as in own:ports.',
    ],
    [
      ['--period', '2017-06', '--arrived', 'a@b.org', '--lost', 'a@b.org'],
      'An e-mail has arrived, is lost or will not be sent: only one of them.',
    ],
    [['--period', '2017-06', '--dry-run', '--lost', 'a@b.org'], 'A dry run records nothing.'],
    [
      ['--period', '2017-06', '--lost', 'managers@example.org'],
      'No e-mail of 2017-06 to "managers@example.org" is unclear. A dry run lists the e-mails of a period.',
    ],
    [
      ['--period', '2017-06', '--settle', 'managers@example.org', '--reason', 'Left.'],
      'No e-mail of 2017-06 to "managers@example.org" waits to be sent. A dry run lists the e-mails of a period.',
    ],
    [
      ['--period', '2017-06', '--settle', 'managers@example.org'],
      '--settle and --reason go together: why it will not be sent.',
    ],
  ])('refuses %j', async (argv, message) => {
    const { exit, stdout, stderr } = await send(...argv);
    expect([exit, stdout, stderr]).toEqual([
      2,
      [],
      [
        message,
        'Usage: npm run send -- --period P [--report REPORT] [--dry-run] [--arrived EMAIL | --lost EMAIL | --settle EMAIL --reason TEXT]',
      ],
    ]);
  });

  it('says who is left without it, and why, with exit status 1', async () => {
    const broken = await startReferenceApp(undefined, { env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
    await moveToRealAddresses(broken);
    try {
      const { exit, stdout, stderr } = await broken.run({
        name: 'send',
        argv: ['--period', '2017-06'],
        files: new Map(),
      });
      expect([exit, stderr]).toEqual([1, ['4 of 4 not sent.']]);
      for (const line of stdout)
        expect(line).toMatch(/: not sent: The mail server 127\.0\.0\.1:9 does not answer/);
    } finally {
      await broken.close();
    }
  });
});
