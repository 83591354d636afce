import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Secret } from '../../../src/platform/config/secret.ts';
import type { Mail } from '../../../src/platform/mailer/mailer.ts';
import { OutboxMailer } from '../../../src/platform/mailer/outbox.adapter.ts';
import { SmtpMailer } from '../../../src/platform/mailer/smtp.adapter.ts';

const clock = { now: () => new Date('2017-07-01T09:00:00Z') };
const FROM = 'Attest <attest@example.org>';

const mail: Mail = {
  to: 'ana@example.org',
  subject: 'Cartera de junio: 123 funcionarios, según lo aprobado',
  text: '123 funcionarios.\n.\nUn punto solo no termina el correo.',
  attachments: [
    {
      filename: 'cartera 2017-06 (é).pdf',
      contentType: 'application/pdf',
      content: Buffer.from('%PDF-1.7 ...'),
    },
  ],
};

describe('through a mail server', () => {
  interface Received {
    readonly from: string;
    readonly to: readonly string[];
    readonly content: string;
  }
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'attest' && password === 'hush'
        ? done(null, { user: username })
        : done(new Error('Invalid login')),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('nobody@')
        ? done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
        : done(),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          content: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  let port: number;
  const mailer = (user = '') => new SmtpMailer(new Secret(`smtp://${user}127.0.0.1:${port}`), FROM, clock);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    port = (server.server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    received.length = 0;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('arrives whole, once, under the Message-ID that send answers', async () => {
    const messageId = await mailer().send(mail);
    expect(received).toHaveLength(1);
    const [one] = received;
    expect(one).toMatchObject({ from: 'attest@example.org', to: ['ana@example.org'] });
    expect(one?.content).toContain(`Message-ID: ${messageId}`);
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
    expect(one?.content).toContain('Date: Sat, 01 Jul 2017 09:00:00 +0000');
    expect(one?.content).toContain(Buffer.from('%PDF-1.7 ...').toString('base64'));
    expect(one?.content).toContain('Un punto solo no termina el correo.');
  });

  it('asks to be told of failures and delays, of the address as written, where the server offers to', async () => {
    interface Wishes {
      readonly dsn?: { readonly ret?: string };
      readonly rcptTo: readonly { readonly dsn?: { readonly notify?: string[]; readonly orcpt?: string } }[];
    }
    const told: (readonly [boolean, unknown, unknown])[] = [];
    for (const hideDSN of [false, true]) {
      const offering = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        hideDSN,
        onData: (stream, { envelope }, done) => {
          const { dsn, rcptTo } = envelope as unknown as Wishes;
          told.push([hideDSN, dsn?.ret ?? null, rcptTo[0]?.dsn ?? null]);
          stream.resume();
          stream.on('end', () => done());
        },
      });
      await new Promise<void>((resolve) => offering.listen(0, '127.0.0.1', () => resolve()));
      const at = (offering.server.address() as AddressInfo).port;
      const one = new SmtpMailer(new Secret(`smtp://127.0.0.1:${at}`), FROM, clock);
      await one.send({ ...mail, to: 'ana+informes@example.org' });
      await new Promise<void>((resolve) => offering.close(() => resolve()));
    }
    expect(told).toEqual([
      [false, 'HDRS', { notify: ['FAILURE', 'DELAY'], orcpt: 'rfc822;ana+informes@example.org' }],
      [true, null, null],
    ]);
  });

  it('bears the name of its sender, whatever letters that has, and our address', async () => {
    await mailer().send({ ...mail, sender: 'Agencia de Cooperación, "Paz" <x@evil.org>' });
    expect(received[0]?.from).toBe('attest@example.org');
    const { from } = await PostalMime.parse(received[0]?.content ?? '');
    expect(from).toEqual({
      name: 'Agencia de Cooperación, "Paz" <x@evil.org>',
      address: 'attest@example.org',
    });
    await expect(mailer().send({ ...mail, sender: 'A\r\nBcc: all@example.org' })).rejects.toMatchObject({
      code: 'MAIL.INVALID',
    });
  });

  it('keeps the Message-ID that it is given', async () => {
    expect(await mailer().send({ ...mail, messageId: 'delivery-7@example.org' })).toBe(
      '<delivery-7@example.org>',
    );
    expect(received[0]?.content).toContain('Message-ID: <delivery-7@example.org>');
  });

  it('signs in', async () => {
    await mailer('attest:hush@').verify();
    await mailer('attest:hush@').send(mail);
    expect(received).toHaveLength(1);
  });

  it('says that a sign-in is refused, without the password', async () => {
    await expect(mailer('attest:wr0ng-hush@').send(mail)).rejects.toMatchObject({
      code: 'MAIL.SIGN_IN',
      message: `The mail server 127.0.0.1:${port} refuses our sign-in.`,
      options: { kind: 'broken' },
    });
    expect(received).toHaveLength(0);
  });

  it('says who is refused, and why', async () => {
    await expect(mailer().send({ ...mail, to: 'nobody@example.org' })).rejects.toMatchObject({
      code: 'MAIL.REFUSED',
      message: `The mail server 127.0.0.1:${port} refuses an e-mail to nobody@example.org (550 No such user here).`,
      options: { kind: 'broken' },
    });
    expect(received).toHaveLength(0);
  });

  it('says that the server is down', async () => {
    const nobody = new SmtpMailer(new Secret('smtp://attest:hush@127.0.0.1:9'), FROM, clock);
    for (const attempt of [() => nobody.send(mail), () => nobody.verify()]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'MAIL.UNREACHABLE',
        message: expect.stringMatching(/^The mail server 127\.0\.0\.1:9 does not answer(?!.*hush)/),
        options: { kind: 'broken' },
      });
    }
  });

  it.each<[string, Partial<Mail>]>([
    ['a second recipient', { to: 'ana@example.org, eve@example.org' }],
    ['a second recipient after a semicolon', { to: 'ana@example.org;eve@example.org' }],
    ['a group of recipients', { to: 'all:ana@example.org;' }],
    ['a recipient with a control character', { to: 'ana\u0000@example.org' }],
    ['a recipient with a line separator', { to: 'ana\u2028@example.org' }],
    ['a subject with another line break', { subject: 'June\u0085Bcc: eve@example.org' }],
    ['a recipient with a line break', { to: 'ana@example.org\r\nBcc: eve@example.org' }],
    ['a subject with a line break', { subject: 'June\r\nBcc: eve@example.org' }],
    [
      'a file name with a line break',
      { attachments: [{ filename: 'a\nb', contentType: 'text/plain', content: Buffer.of() }] },
    ],
    ['a Message-ID with a line break', { messageId: 'a@b>\r\nBcc: <eve@example.org' }],
  ])('lets nobody slip a header in with %s', async (_what, change) => {
    await expect(mailer().send({ ...mail, ...change })).rejects.toMatchObject({
      code: 'MAIL.INVALID',
      options: { kind: 'call' },
    });
    expect(received).toHaveLength(0);
  });
});

describe('into the outbox', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-outbox-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const mailer = () => new OutboxMailer(join(folder, 'outbox'), FROM, clock);

  it('puts one whole e-mail into one file', async () => {
    const messageId = await mailer().send(mail);
    const names = readdirSync(join(folder, 'outbox'));
    expect(names).toEqual([expect.stringMatching(/^20170701T090000Z-ana-example-org-[0-9a-f]{8}\.eml$/)]);
    const content = readFileSync(join(folder, 'outbox', names[0] ?? ''), 'utf8');
    expect(content).toContain(`Message-ID: ${messageId}`);
    expect(content).toContain('To: ana@example.org');
    expect(content).toContain(Buffer.from('%PDF-1.7 ...').toString('base64'));
    expect(statSync(join(folder, 'outbox', names[0] ?? '')).mode & 0o077).toBe(0);
  });

  it('keeps two e-mails of the same moment apart', async () => {
    await Promise.all([mailer().send(mail), mailer().send(mail)]);
    expect(readdirSync(join(folder, 'outbox'))).toHaveLength(2);
  });

  it('stays in its folder whatever the address says', async () => {
    await mailer().send({ ...mail, to: '../../../../tmp/x@../../etc' });
    const names = readdirSync(join(folder, 'outbox'));
    expect(names).toEqual([expect.stringMatching(/^20170701T090000Z-tmp-x-etc-[0-9a-f]{8}\.eml$/)]);
    expect(readdirSync(folder)).toEqual(['outbox']);
  });

  it('says that the folder cannot be written', async () => {
    writeFileSync(join(folder, 'outbox'), 'a file stands here');
    for (const attempt of [() => mailer().send(mail), () => mailer().verify()]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'MAIL.FAILED', options: { kind: 'broken' } });
    }
    expect(readFileSync(join(folder, 'outbox'), 'utf8')).toBe('a file stands here');
  });
});
