import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { DomainError } from '../../src/core/errors.ts';
import type { Language } from '../../src/core/text.ts';
import {
  DeliverPeriod,
  type DeliveryOptions,
  type IssueReport,
} from '../../src/delivery/deliver-period.use-case.ts';
import { claimDelivery, countDeliveries, readPeriods } from '../../src/delivery/deliveries.repository.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { type Delivery, editionKey } from '../../src/delivery/delivery.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { checkMail, type Mail, Mailer } from '../../src/platform/mailer/mailer.ts';
import { places } from '../../src/programs/places.table.ts';
import { pillars } from '../../src/programs/programs.table.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { eachEngine } from '../support/database.ts';

beforeAll(() => Logger.overrideLogger(false));

const PERIOD = '2017-06';
const edition = {
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
} as const;
const unreachable = new DomainError('MAIL.UNREACHABLE', 'The mail server mail.example.org does not answer.', {
  kind: 'broken',
  remedy: 'Check SMTP_URL.',
});
const refused = new DomainError('MAIL.REFUSED', 'The mail server refuses it (550 No such user here).', {
  kind: 'broken',
});

/** Takes e-mails as a mail server would, unless it is told otherwise. */
class TestMailer extends Mailer {
  readonly destination = 'mail.example.org';
  readonly taken: Mail[] = [];
  /** What happens to an e-mail before it is taken. */
  onSend: (mail: Mail) => void | Promise<void> = () => undefined;
  onVerify: () => void | Promise<void> = () => undefined;

  override async send(mail: Mail): Promise<string> {
    checkMail(mail);
    await this.onSend(mail);
    this.taken.push(mail);
    return `<${mail.messageId}>`;
  }

  override async verify(): Promise<void> {
    await this.onVerify();
  }
}

/** A row that deliveries may name; only once for an edition, as the schedule makes it. */
async function storeIssue(db: Database, id: string, edition: Parameters<IssueReport>[0]): Promise<void> {
  await db.insert(issues).values({
    ...edition,
    id,
    origin: 'request',
    cutOff: '2017-06-30',
    revision: 1,
    title: 'A report',
    headlines: [],
    snapshot: {} as never,
    hash: 'a'.repeat(64),
    pdf: new Uint8Array([1]),
    pages: 6,
    createdAt: new Date('2017-07-01T10:00:00Z'),
  });
}

eachEngine('deliveries', (engine) => {
  let db: Database;
  let now: Date;
  let mailer: TestMailer;
  let issued: string[];
  let onIssue: (edition: Parameters<IssueReport>[0]) => void | Promise<void>;

  const issueReport: IssueReport = async (edition) => {
    issued.push(editionKey(edition));
    await onIssue(edition);
    const id = randomUUID();
    await storeIssue(db, id, edition);
    return {
      id,
      title: `Report of ${edition.period} in ${edition.lang}`,
      fileName: `${edition.report}-${edition.period}-${edition.lang}.pdf`,
      pdf: new TextEncoder().encode(`%PDF ${editionKey(edition)}`),
      pages: 6,
      cutOff: '2017-06-30',
      headlines: [],
    };
  };

  /** Another process, or the same one after a restart. */
  const process = (mails: Mailer = mailer) =>
    new DeliverPeriod({
      db,
      clock: { now: () => now },
      mailer: mails,
      config: { mailFrom: 'Attest <attest@example.org>', publicUrl: null },
      issueReport,
    });
  const run = (options?: DeliveryOptions) => process().run(PERIOD, options);

  const subscribe = async (email: string, change: Partial<typeof subscriptions.$inferInsert> = {}) => {
    const [row] = await db
      .insert(subscriptions)
      .values({ email, name: 'A reader', report: 'portfolio', lang: 'en', paper: 'a4', ...change })
      .returning({ id: subscriptions.id });
    return row?.id ?? '';
  };
  const states = (turns: readonly Delivery[]) =>
    Object.fromEntries(turns.map(({ recipient, state }) => [recipient, state]));
  const recipients = () => mailer.taken.map(({ to }) => to).sort();
  const row = async (subscription: string) =>
    (await db.select().from(deliveries).where(eq(deliveries.subscription, subscription)))[0];

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.insert(pillars).values({ code: 'democracy', name: { en: 'Democracy' } });
    await db.insert(places).values({ code: 'CR', kind: 'country' });
  });
  beforeEach(async () => {
    await db.delete(deliveries);
    await db.delete(subscriptions);
    now = new Date('2017-07-01T10:00:00Z');
    mailer = new TestMailer();
    issued = [];
    onIssue = () => undefined;
  });

  it('sends once to each subscriber, and makes each edition once', async () => {
    await subscribe('ana@example.org');
    await subscribe('ben@example.org');
    await subscribe('carla@example.org', { lang: 'es' });
    await subscribe('dan@example.org', { pillar: 'democracy' });
    await subscribe('dan@example.org', { report: 'country-fact-sheet', country: 'CR' });

    const turns = await run();

    expect(recipients()).toEqual([
      'ana@example.org',
      'ben@example.org',
      'carla@example.org',
      'dan@example.org',
      'dan@example.org',
    ]);
    expect(issued).toEqual([
      'country-fact-sheet country=CR en a4',
      'portfolio en a4',
      'portfolio es a4',
      'portfolio pillar=democracy en a4',
    ]);
    expect(turns.map(({ state }) => state)).toEqual(Array(5).fill({ is: 'sent', at: now }));
    const [toBen, toAna] = ['ben@example.org', 'ana@example.org'].map((to) =>
      mailer.taken.find((mail) => mail.to === to),
    );
    expect(toBen?.attachments).toEqual([
      {
        filename: 'portfolio-2017-06-en.pdf',
        contentType: 'application/pdf',
        content: new TextEncoder().encode('%PDF portfolio en a4'),
      },
    ]);
    expect(toBen?.subject).toBe('Report of 2017-06 in en');
    expect(toBen?.messageId).not.toBe(toAna?.messageId);
  });

  it('records what was sent: when, to which address, which issue, under which Message-ID', async () => {
    const id = await subscribe('ana@example.org');
    await run();
    expect(await row(id)).toMatchObject({
      period: PERIOD,
      recipient: 'ana@example.org',
      status: 'sent',
      attempts: 1,
      issue: expect.stringMatching(/^[0-9a-f-]{36}$/),
      messageId: `2017-06.${id}@example.org`,
      sentAt: now,
      error: null,
    });
    expect(mailer.taken[0]?.messageId).toBe(`2017-06.${id}@example.org`);
  });

  it('sends nothing a second time, not even to who has a new address, and a new month once', async () => {
    const id = await subscribe('ana@example.org');
    await run();
    await db.update(subscriptions).set({ email: 'ana@new.example.org' }).where(eq(subscriptions.id, id));
    now = new Date('2017-07-20T10:00:00Z');
    expect(states(await run())).toEqual({
      'ana@example.org': { is: 'sent', at: new Date('2017-07-01T10:00:00Z') },
    });
    expect(mailer.taken).toHaveLength(1);
    expect(issued).toHaveLength(1);

    await process().run('2017-07');
    expect(recipients()).toEqual(['ana@example.org', 'ana@new.example.org']);
    expect(await readPeriods(db)).toEqual(['2017-07', '2017-06']);
  });

  it('sends once however many processes begin at the same moment', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `reader-${index}@example.org`);
    for (const name of names) await subscribe(name);
    // All have read that everything is open before any of them takes something.
    const PROCESSES = 4;
    let arrived = 0;
    const { promise: all, resolve: go } = Promise.withResolvers<void>();
    mailer.onVerify = () => {
      arrived += 1;
      if (arrived === PROCESSES) go();
      return all;
    };
    const outcomes = await Promise.all(Array.from({ length: PROCESSES }, () => run()));
    expect(recipients()).toEqual(names);
    expect(outcomes.flat().filter(({ state }) => state.is === 'open')).toEqual([]);
    expect(states(await process().turns(PERIOD))).toEqual(
      Object.fromEntries(names.map((name) => [name, { is: 'sent', at: now }])),
    );
  });

  it('lets only one of several take a delivery', async () => {
    const subscription = await subscribe('ana@example.org');
    onIssue = () => {
      throw new Error('not made');
    };
    await run();
    const issue = randomUUID();
    await storeIssue(db, issue, { ...edition, period: PERIOD });
    const take = () => claimDelivery(db, { subscription, period: PERIOD }, { issue, messageId: 'm@x', now });
    const taken = await Promise.all([take(), take(), take(), take(), take()]);
    expect(taken.filter((claim) => claim !== null)).toEqual([
      { recipient: 'ana@example.org', messageId: 'm@x' },
    ]);
    expect(await row(subscription)).toMatchObject({ status: 'sending', attempts: 1 });
  });

  describe('where the process ends', () => {
    it('before an e-mail left: the next one sends it', async () => {
      await subscribe('ana@example.org');
      await subscribe('ben@example.org');
      const stop = new AbortController();
      mailer.onSend = () => stop.abort();
      const turns = await run({ signal: stop.signal });
      expect(turns.map(({ state }) => state.is).sort()).toEqual(['open', 'sent']);
      await run();
      expect(recipients()).toEqual(['ana@example.org', 'ben@example.org']);
    });

    it('while an e-mail was handed over: it is not sent again, and after a while it is said', async () => {
      const id = await subscribe('ana@example.org');
      await subscribe('ben@example.org', { lang: 'es' });
      const { promise: handedOver, resolve } = Promise.withResolvers<void>();
      // The mail server takes it, and the process is gone before it hears so.
      mailer.onSend = (mail) => {
        if (mail.to !== 'ana@example.org') return;
        mailer.taken.push(mail);
        resolve();
        return new Promise(() => undefined);
      };
      void run();
      await handedOver;

      mailer.onSend = () => undefined;
      expect(states(await run())).toEqual({
        'ana@example.org': { is: 'under-way', since: now },
        'ben@example.org': { is: 'sent', at: now },
      });
      const since = now;
      now = new Date('2017-07-01T10:15:00Z');
      expect(states(await run())).toMatchObject({
        'ana@example.org': { is: 'unclear', since, messageId: `2017-06.${id}@example.org` },
      });
      expect(recipients()).toEqual(['ana@example.org', 'ben@example.org']);
      expect(await row(id)).toMatchObject({ status: 'sending', sentAt: null });
    });

    it('and a person finds that it arrived: it counts as sent', async () => {
      const id = await subscribe('ana@example.org');
      const handedOver = await leaveUnclear();
      await process().settle(PERIOD, { recipient: 'ana@example.org', report: undefined, is: 'arrived' });
      expect(states(await run())).toEqual({ 'ana@example.org': { is: 'sent', at: handedOver } });
      expect(await row(id)).toMatchObject({ status: 'sent', error: null });
      expect(mailer.taken).toHaveLength(0);
    });

    it('and a person finds that it is lost: it is sent again, under the same Message-ID', async () => {
      const id = await subscribe('ana@example.org');
      await leaveUnclear();
      await process().settle(PERIOD, { recipient: 'ana@example.org', report: undefined, is: 'lost' });
      expect(states(await run())).toEqual({ 'ana@example.org': { is: 'sent', at: now } });
      expect(mailer.taken.map(({ messageId }) => messageId)).toEqual([`2017-06.${id}@example.org`]);
      expect(await row(id)).toMatchObject({ attempts: 2 });
    });

    it('and nothing is unclear: nothing is settled', async () => {
      await subscribe('ana@example.org');
      await run();
      for (const recipient of ['ana@example.org', 'nobody@example.org']) {
        await expect(
          process().settle(PERIOD, { recipient, report: undefined, is: 'lost' }),
        ).rejects.toMatchObject({
          code: 'DELIVERY.NOT_UNCLEAR',
          options: { kind: 'missing' },
        });
      }
      await run();
      expect(mailer.taken).toHaveLength(1);
    });

    /** A mail server that fell silent with the whole e-mail in its hands. */
    async function leaveUnclear(): Promise<Date> {
      mailer.onSend = () => {
        throw new DomainError('MAIL.UNCLEAR', 'It did not say whether it took it.', { kind: 'broken' });
      };
      const [turn] = await run();
      expect(turn?.state).toMatchObject({ is: 'unclear', since: now });
      const handedOver = now;
      mailer.onSend = () => undefined;
      now = new Date('2017-07-01T12:00:00Z');
      return handedOver;
    }
  });

  describe('where the mail server', () => {
    it('is down, nothing is made or recorded as sent; when it is up again, all of it goes out once', async () => {
      const id = await subscribe('ana@example.org');
      await subscribe('ben@example.org', { lang: 'pt' });
      mailer.onVerify = () => {
        throw unreachable;
      };
      const reason = 'The mail server mail.example.org does not answer. Check SMTP_URL.';
      for (const _ of Array(10)) {
        expect((await run({ maxAttempts: 6 })).map(({ state }) => state)).toEqual(
          Array(2).fill({ is: 'open', failed: true, attempts: 0, reason }),
        );
      }
      expect(issued).toEqual([]);
      expect(await row(id)).toMatchObject({ status: 'failed', sentAt: null, messageId: null, error: reason });

      mailer.onVerify = () => undefined;
      await run({ maxAttempts: 6 });
      expect(recipients()).toEqual(['ana@example.org', 'ben@example.org']);
      expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1, error: null });
    });

    it('goes down halfway, the others wait for the next time', async () => {
      for (const name of ['ana', 'ben', 'carla']) await subscribe(`${name}@example.org`);
      mailer.onSend = () => {
        if (mailer.taken.length === 1) throw unreachable;
      };
      const turns = await run();
      expect(turns.map(({ state }) => (state.is === 'open' ? state.attempts : state.is)).sort()).toEqual([
        0,
        1,
        'sent',
      ]);
      mailer.onSend = () => undefined;
      await run();
      expect(recipients()).toEqual(['ana@example.org', 'ben@example.org', 'carla@example.org']);
    });

    it('refuses one, the others get theirs; after six attempts only a person tries again', async () => {
      const id = await subscribe('ana@example.org');
      await subscribe('ben@example.org');
      const tried: string[] = [];
      mailer.onSend = ({ to, messageId = '' }) => {
        if (to !== 'ana@example.org') return;
        tried.push(messageId);
        throw refused;
      };
      for (const _ of Array(8)) await run({ maxAttempts: 6 });
      expect(recipients()).toEqual(['ben@example.org']);
      expect(tried).toEqual(Array(6).fill(`2017-06.${id}@example.org`));
      expect(await row(id)).toMatchObject({
        status: 'failed',
        attempts: 6,
        sentAt: null,
        error: 'The mail server refuses it (550 No such user here).',
      });
      mailer.onSend = () => undefined;
      await run();
      expect(recipients()).toEqual(['ana@example.org', 'ben@example.org']);
    });

    it('fails in a way that nobody foresaw, it may have taken the e-mail: it is not sent again', async () => {
      await subscribe('ana@example.org');
      mailer.onSend = () => {
        throw new TypeError('cannot read');
      };
      expect((await run())[0]?.state).toMatchObject({ is: 'unclear' });
      mailer.onSend = () => undefined;
      await run();
      expect(mailer.taken).toEqual([]);
    });

    it('cannot be given an address that holds a header, that one alone is not sent', async () => {
      await subscribe('ana,eve@example.org');
      await subscribe('ben@example.org', { name: 'Ben\r\nBcc: eve@example.org' });
      expect(states(await run())).toMatchObject({
        'ana,eve@example.org': {
          is: 'open',
          failed: true,
          attempts: 1,
          reason: expect.stringContaining('is not an e-mail address'),
        },
        'ben@example.org': { is: 'sent' },
      });
      expect(mailer.taken[0]?.text).toContain('Ben Bcc: eve@example.org (ben@example.org)');
      await expect(subscribe('eve@example.org\r\nBcc: ana@example.org')).rejects.toMatchObject({
        cause: expect.objectContaining({ message: expect.stringContaining('subscriptions_email') }),
      });
    });
  });

  it('sends nothing of a report that cannot be made, and the others all the same', async () => {
    const id = await subscribe('ana@example.org');
    await subscribe('ben@example.org', { lang: 'fr' });
    onIssue = ({ lang }) => {
      if (lang === 'en') throw new DomainError('BROWSER.MISSING', 'No browser starts.', { kind: 'broken' });
    };
    for (const _ of Array(8)) {
      expect(states(await run({ maxAttempts: 6 }))).toMatchObject({
        'ana@example.org': { is: 'open', failed: false, attempts: 0, reason: 'No browser starts.' },
        'ben@example.org': { is: 'sent' },
      });
    }
    expect(await row(id)).toMatchObject({ status: 'pending', messageId: null, issue: null });
    onIssue = () => undefined;
    await run({ maxAttempts: 6 });
    expect(recipients()).toEqual(['ana@example.org', 'ben@example.org']);
  });

  describe('who is not subscribed', () => {
    it('gets nothing', async () => {
      await subscribe('ana@example.org', { active: false });
      expect(await run()).toEqual([]);
      expect(issued).toEqual([]);
    });

    it('any more by the time the report is made gets nothing', async () => {
      const id = await subscribe('ana@example.org');
      await subscribe('ben@example.org');
      onIssue = async () => {
        await db.update(subscriptions).set({ active: false }).where(eq(subscriptions.id, id));
      };
      expect(states(await run())).toMatchObject({
        'ana@example.org': { is: 'ended' },
        'ben@example.org': { is: 'sent' },
      });
      expect(recipients()).toEqual(['ben@example.org']);
    });
  });

  it('sends only the report that is asked for', async () => {
    await subscribe('ana@example.org');
    await subscribe('ben@example.org', { report: 'country-fact-sheet', country: 'CR' });
    const turns = await run({ report: 'country-fact-sheet' });
    expect(turns.map(({ recipient }) => recipient)).toEqual(['ben@example.org']);
    expect(recipients()).toEqual(['ben@example.org']);
  });

  it('writes to each in the language chosen', async () => {
    const languages: Readonly<Record<Language, string>> = {
      en: 'The report is attached',
      es: 'El informe va adjunto',
      pt: 'O relatório segue anexo',
      fr: 'Le rapport est joint',
    };
    for (const lang of Object.keys(languages) as Language[]) await subscribe(`${lang}@example.org`, { lang });
    await run();
    for (const [lang, words] of Object.entries(languages)) {
      const mail = mailer.taken.find(({ to }) => to === `${lang}@example.org`);
      expect(mail?.subject).toBe(`Report of 2017-06 in ${lang}`);
      expect(mail?.text).toContain(words);
    }
  });

  it('counts what stands where', async () => {
    expect(await countDeliveries(db)).toEqual([
      { status: 'pending', rows: 0 },
      { status: 'sending', rows: 0 },
      { status: 'sent', rows: 0 },
      { status: 'failed', rows: 0 },
    ]);
    await subscribe('ana@example.org');
    await subscribe('ben@example.org');
    mailer.onSend = ({ to }) => {
      if (to === 'ana@example.org') throw refused;
    };
    await run();
    expect(await countDeliveries(db)).toEqual([
      { status: 'pending', rows: 0 },
      { status: 'sending', rows: 0 },
      { status: 'sent', rows: 1 },
      { status: 'failed', rows: 1 },
    ]);
  });
});
