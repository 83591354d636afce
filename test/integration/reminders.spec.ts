import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { asc, sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { audit } from '../../src/access/audit.table.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { DomainError } from '../../src/core/errors.ts';
import { ReminderBell } from '../../src/entry/index.ts';
import { reminders } from '../../src/entry/reminders/reminders.table.ts';
import { SendReminder } from '../../src/entry/reminders/send-reminder.use-case.ts';
import { Mailer } from '../../src/platform/mailer/mailer.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

const INDICATORS = `indicator,unit,measure,combine_time,combine_place,reports_every
officials trained,people,count,sum,sum,month
`;
const RESULTS = `program,indicator,unit,kind,country_or_region,period_start,period_end,value
MAR-CR,officials trained,people,actual,CR,2017-04,2017-04,30
`;

/** A real mail server: what it answers to a recipient, and what it has taken. */
class MailServer {
  refusal: readonly [code: number, text: string] | null = null;
  readonly taken: Email[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => {
      if (this.refusal === null) return done();
      done(Object.assign(new Error(this.refusal[1]), { responseCode: this.refusal[0] }));
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          this.taken.push(mail);
          done();
        }, done);
      });
    },
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

eachEngine('a reminder by e-mail', (engine) => {
  const server = new MailServer();
  let world: PagesWorld;
  let manager: Visit;

  beforeAll(async () => {
    const port = await server.listen();
    const env = {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Attest <attest@example.org>',
      PUBLIC_URL: 'https://attest.example.org',
    };
    world = await PagesWorld.start({ database: await engine.openSeeded(), env });
    const { db } = world.app.database;
    await importCsv(db, 'indicators', INDICATORS);
    await importCsv(db, 'programs', 'code,title,title_pt,status,parent\nMAR-CR,Ports,Portos,ongoing,MAR\n');
    await importCsv(db, 'results', RESULTS);
    await world.member('officer@example.org', { role: 'officer', programs: ['MAR'] });
    await world.member('other@example.org', { role: 'officer', programs: ['MAR-CR'] });
    await world.member('stranger@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    const call = async (email: string, name: string, lang: 'en' | 'pt') => {
      await db.update(accounts).set({ name, lang }).where(sql`${accounts.email} = ${email}`);
    };
    await call('officer@example.org', 'Ana Lima', 'en');
    await call('other@example.org', 'Rui Costa', 'pt');
    await call('manager@example.org', 'Bea Cruz', 'en');
    manager = await world.signedIn('manager@example.org');
  });
  afterAll(async () => {
    await world.app.close();
    await server.close();
  });
  beforeEach(async () => {
    server.refusal = null;
    server.taken.length = 0;
    await world.app.database.db.delete(reminders);
  });

  const rows = () => world.app.database.db.select().from(reminders).orderBy(asc(reminders.recipientName));
  const page = async (program = 'MAR-CR') => {
    const { body } = await manager.get(`/reminders?program=${program}&lang=en`);
    return body.replaceAll('&amp;', '&');
  };
  const formOf = (body: string) => ({
    program: /name="program" value="([^"]*)"/.exec(body)?.[1] ?? '',
    digest: /name="digest" value="([^"]*)"/.exec(body)?.[1] ?? '',
    to: [...body.matchAll(/name="to"[^>]*value="([^"]*)"/g)].map(([, id]) => id ?? ''),
  });
  const send = async (change: Readonly<Record<string, string | readonly string[]>> = {}) =>
    manager.post('/reminders?lang=en', { ...formOf(await page()), ...change });
  /** What the queue does, at once. */
  const work = async () => {
    const sender = world.app.nest.get(SendReminder, { strict: false });
    for (const id of await sender.waiting()) await sender.run(id);
  };

  it('is shown before it goes, to each in their language, with the forms, and to nobody else', async () => {
    const body = await page();
    expect(body).toContain('Ana Lima');
    expect(body).toContain('Rui Costa');
    expect(body).not.toContain('@example.org');
    expect(body).toContain('What is missing: Ports');
    expect(body).toContain('O que falta: Portos');
    // May and June are over, and of April there is a figure.
    expect(body).toContain('2 figures are due:');
    expect(body).toContain('- Officials trained · Ports · Costa Rica · June 2017');
    expect(body).toContain(
      'https://attest.example.org/entry/results?program=MAR-CR&indicator=officials+trained&kind=actual&country_or_region=CR&period_start=2017-06&period_end=2017-06&lang=en',
    );
    expect(body).toContain('You have to be signed in.');
    expect(server.taken).toEqual([]);
  });

  it('arrives as it was shown, is kept with who sent it, and stands beside the programme', async () => {
    const shown = await page();
    const answer = await send();
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/reminders?program=MAR-CR&done=sent&lang=en');
    await work();
    const [ana, rui] = server.taken;
    expect(server.taken.map(({ to }) => to?.[0]?.address).sort()).toEqual([
      'officer@example.org',
      'other@example.org',
    ]);
    const english = ana?.subject?.startsWith('What') ? ana : rui;
    expect(english?.subject).toBe('What is missing: Ports');
    const text = (english?.text ?? '').trim();
    expect(text).toContain('Dear Ana Lima,');
    expect(text).toContain('Bea Cruz asks you to look at “Ports”.');
    for (const line of text.split(/\r?\n/)) expect(shown).toContain(line.trimEnd());
    expect(await rows()).toMatchObject([
      {
        program: 'MAR-CR',
        recipientName: 'Ana Lima',
        lang: 'en',
        askedName: 'Bea Cruz',
        figures: 2,
        status: 'sent',
      },
      {
        program: 'MAR-CR',
        recipientName: 'Rui Costa',
        lang: 'pt',
        askedName: 'Bea Cruz',
        figures: 2,
        status: 'sent',
      },
    ]);
    const after = await page();
    expect(after).toContain('Taken by the mail server on');
    const desk = (await manager.get('/desk?lang=en')).body;
    expect(desk).toMatch(/Reminded on [^<]* by Bea Cruz: Ana Lima and Rui Costa/);
    const told = await world.app.database.db
      .select({ action: audit.action, actor: audit.actorName, details: audit.details })
      .from(audit)
      .where(sql`${audit.subject} LIKE 'reminders %' AND ${audit.action} = 'change.added'`);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ actor: 'manager@example.org' });
    expect(JSON.stringify(told)).not.toContain('Dear Ana');
  });

  it('waits for its turn before it is taken, where only so many e-mails go out in a minute', async () => {
    await send();
    const mailer = world.app.nest.get(Mailer, { strict: false });
    mailer.waitForRoom = async () => {
      expect((await rows()).map(({ status }) => status)).not.toContain('sending');
      throw new DomainError('MAIL.NO_ROOM', 'Others wait before it.', { kind: 'broken' });
    };
    await work();
    expect((await rows()).map(({ status, attempts, heldUp }) => [status, attempts, heldUp])).toEqual([
      ['waiting', 0, 0],
      ['waiting', 0, 0],
    ]);
    mailer.waitForRoom = async () => undefined;
    await work();
    expect(server.taken).toHaveLength(2);
  });

  it('is not sent twice within three days, unless whoever sends it says so', async () => {
    await send();
    await work();
    const again = await page();
    expect(again).toContain('Reminded already on');
    // Nobody is chosen who was reminded.
    expect(again).not.toMatch(/name="to"[^>]*checked/);
    const { to } = formOf(again);
    const refused = await send({ to });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Tick the box to remind them again');
    expect(await rows()).toHaveLength(2);
    expect((await send({ to: to.slice(0, 1), again: 'yes' })).statusCode).toBe(303);
    expect(await rows()).toHaveLength(3);
  });

  it('counts for the programmes below, of which it tells too', async () => {
    const { to, ...form } = formOf(await page('MAR'));
    // MAR-CR is not of MAR: whoever is named for the activity alone is not asked about the programme.
    expect(to).toHaveLength(1);
    expect((await manager.post('/reminders?lang=en', { ...form, to })).statusCode).toBe(303);
    expect(await page()).toMatch(/Ana Lima[\s\S]*Reminded already on/);
  });

  it('goes to nobody where nobody was chosen, or what is missing has changed', async () => {
    const none = await send({ to: [] });
    expect([none.statusCode, none.body.includes('Choose at least one person')]).toEqual([422, true]);
    const changed = await send({ digest: 'another' });
    expect([changed.statusCode, changed.body.includes('has changed since you looked')]).toEqual([422, true]);
    expect(await rows()).toEqual([]);
  });

  it('waits for a mail server that would not take it now, and is given up where it never will', async () => {
    server.refusal = [451, 'later'];
    await send();
    await work();
    expect((await rows()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]);
    expect(await page()).toContain('Not taken yet: tried again on');
    // Half a minute after the first attempt.
    await work();
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 1]);
    world.later(1);
    server.refusal = null;
    await work();
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent']);

    await world.app.database.db.delete(reminders);
    server.refusal = [550, 'no such user'];
    await send();
    await work();
    const [failed] = await rows();
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed?.reason).toContain('550');
    // What did not arrive reminds nobody, and another one is not too soon.
    expect(await page()).not.toContain('Reminded already on');
  });

  it('does not reach whoever may not sign in any more', async () => {
    await send();
    const { db } = world.app.database;
    const closed = sql`${accounts.email} = 'other@example.org'`;
    await db
      .update(accounts)
      .set({ disabledAt: new Date('2017-07-01T12:00:00Z') })
      .where(closed);
    await work();
    expect(server.taken.map(({ to }) => to?.[0]?.address)).toEqual(['officer@example.org']);
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'failed']);
    await db.update(accounts).set({ disabledAt: null }).where(closed);
  });

  it('is nobody’s to send who approves nothing, and of no programme that there is not', async () => {
    const officer = await world.signedIn('officer@example.org');
    expect((await officer.get('/reminders?program=MAR-CR')).statusCode).toBe(404);
    expect((await officer.post('/reminders', formOf(await page()))).statusCode).toBe(404);
    expect((await manager.get('/reminders?program=NONE')).statusCode).toBe(404);
    expect((await manager.get('/reminders?lang=en')).headers.location).toBe('/gaps?lang=en');
    expect(await rows()).toEqual([]);
  });

  it('is a press away from each gap, with whom to ask, for whoever approves', async () => {
    const gaps = (await manager.get('/gaps?lang=en')).body.replaceAll('&amp;', '&');
    expect(gaps).toContain('href="/reminders?program=MAR&lang=en"');
    expect(gaps).toMatch(/Ana Lima/);
    const officer = await world.signedIn('officer@example.org');
    const own = (await officer.get('/gaps?program=MAR&lang=en')).body.replaceAll('&amp;', '&');
    expect(own).toContain('/entry/program-organisations?program=MAR&lang=en');
    expect(own).not.toContain('/reminders');
    expect(own).not.toContain('Rui Costa');
    const dashboard = (await manager.get('/?lang=en')).body.replaceAll('&amp;', '&');
    expect(dashboard).toContain('href="/gaps?lang=en"');
    expect((await officer.get('/?lang=en')).body).not.toContain('/gaps?');
    expect((await manager.get('/?as-of=2030-01-01&lang=en')).body).not.toContain('/gaps?');
  });

  it('lists gaps of a country, to which its page leads, and says once that nobody enters figures', async () => {
    const ofChile = (await manager.get('/gaps?country=CL&lang=en')).body.replaceAll('&amp;', '&');
    expect(ofChile).toContain('Gaps in the record of Chile, each with the form that fills it.');
    expect(ofChile).toMatch(/<option value="CL" selected>Chile/);
    // MAR-CL runs in Chile; AVSEC-BB in Barbados.
    expect(ofChile).toContain('/programs/MAR-CL');
    expect(ofChile).not.toContain('/programs/AVSEC-BB');
    expect(ofChile.split('have nobody yet who enters their figures').length).toBe(2);
    expect((await manager.get('/gaps?country=XX')).statusCode).toBe(400);
    const page = (await manager.get('/countries/CL?lang=en')).body.replaceAll('&amp;', '&');
    expect(page).toContain('<a href="/gaps?country=CL&lang=en">What is missing</a>');
  });

  it('lists gaps of a donor and of a pillar, by code or name, to which pages narrowed to them lead', async () => {
    const plain = async (url: string) => (await manager.get(url)).body.replaceAll('&amp;', '&');
    // CARGO-CL is Canada's, and nobody is known to fund AVSEC-BB.
    for (const donor of ['canada', 'Canada']) {
      const ofCanada = await plain(`/gaps?donor=${donor}&lang=en`);
      expect(ofCanada).toContain('Gaps in the record of Canada, each with the form that fills it.');
      expect(ofCanada).toContain('/programs/CARGO-CL');
      expect(ofCanada).not.toContain('/programs/AVSEC-BB');
    }
    // All programmes are of one pillar, and none of another.
    const [security, democracy] = ['multidimensional-security', 'democracy'];
    expect(await plain(`/gaps?pillar=${security}&lang=en`)).toContain('/programs/AVSEC-BB');
    expect(await plain(`/gaps?pillar=${democracy}&lang=en`)).not.toContain('/programs/');
    expect(await plain(`/gaps?pillar=${democracy}&pillar=${security}&lang=en`)).toContain(
      '/programs/AVSEC-BB',
    );
    expect(await plain('/?donor=canada&lang=en')).toContain('href="/gaps?donor=canada&lang=en"');
    expect(await plain('/donors/canada?lang=en')).toContain('href="/gaps?donor=canada&lang=en"');
  });

  it('is handed over by the queue, also what another process has left', async () => {
    await send();
    // As if the process had ended before it told the queue: the bell finds it in its table.
    await world.app.nest.get(ReminderBell, { strict: false }).start();
    const isSent = async () => (await rows()).every(({ status }) => status === 'sent');
    for (let tries = 0; tries < 300 && !(await isSent()); tries += 1) await setTimeout(100);
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent']);
    expect(server.taken).toHaveLength(2);
  });
});
