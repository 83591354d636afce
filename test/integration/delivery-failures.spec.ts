import { Logger } from '@nestjs/common';
import { DomainError } from '../../src/core/errors.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld, PERIOD, states } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

const unreachable = new DomainError('MAIL.UNREACHABLE', 'The mail server mail.example.org does not answer.', {
  kind: 'broken',
  remedy: 'Check SMTP_URL.',
});
const refused = new DomainError('MAIL.REFUSED', 'The mail server refuses it (550 No such user here).', {
  kind: 'broken',
});
const later = new DomainError('MAIL.LATER', 'The mail server does not take it now (451 later).', {
  kind: 'broken',
});
const ANA = { recipient: 'ana@example.org' };
const COMMAND = { kind: 'command' } as const;

eachEngine('deliveries that fail', (engine) => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
  });

  describe('where the process ends', () => {
    it('before an e-mail left: the next one sends it', async () => {
      await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      const stop = new AbortController();
      world.mailer.onSend = () => stop.abort();
      const turns = await world.run({ signal: stop.signal });
      expect(turns.map(({ state }) => state.is).sort()).toEqual(['open', 'sent']);
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
    });

    it('while an e-mail was handed over: it is not sent again, and after a while it is said', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org', { lang: 'es' });
      const { promise: handedOver, resolve } = Promise.withResolvers<void>();
      // The mail server takes it, and the process is gone before it hears so.
      world.mailer.onSend = (mail) => {
        if (mail.to !== 'ana@example.org') return;
        world.mailer.taken.push(mail);
        resolve();
        return new Promise(() => undefined);
      };
      void world.run();
      await handedOver;

      world.mailer.onSend = () => undefined;
      expect(states(await world.run())).toEqual({
        'ana@example.org': { is: 'under-way', since: world.now },
        'ben@example.org': { is: 'sent', at: world.now },
      });
      const since = world.now;
      world.at('2017-07-01T10:15:00Z');
      expect(states(await world.run())).toMatchObject({
        'ana@example.org': { is: 'unclear', since, messageId: `2017-06.${id}@example.org` },
      });
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
      expect(await world.row(id)).toMatchObject({ status: 'sending', sentAt: null });
    });

    it('and a person finds that it arrived: it counts as sent', async () => {
      const id = await world.subscribe('ana@example.org');
      const handedOver = await leaveUnclear();
      expect(await world.requests().settle(PERIOD, ANA, { is: 'arrived' }, COMMAND)).toBe(1);
      expect(states(await world.run())).toEqual({ 'ana@example.org': { is: 'sent', at: handedOver } });
      expect(await world.row(id)).toMatchObject({ status: 'sent', error: null });
      expect(world.mailer.taken).toHaveLength(0);
    });

    it('and a person finds that it is lost: it is sent again, under the same Message-ID', async () => {
      const id = await world.subscribe('ana@example.org');
      await leaveUnclear();
      expect(await world.requests().settle(PERIOD, ANA, { is: 'lost' }, COMMAND)).toBe(1);
      expect(states(await world.run())).toEqual({ 'ana@example.org': { is: 'sent', at: world.now } });
      expect(world.mailer.taken.map(({ messageId }) => messageId)).toEqual([`2017-06.${id}@example.org`]);
      expect(await world.row(id)).toMatchObject({ attempts: 2 });
    });

    it('and nothing is unclear: nothing is settled', async () => {
      await world.subscribe('ana@example.org');
      await world.run();
      for (const recipient of ['ana@example.org', 'nobody@example.org']) {
        expect(await world.requests().settle(PERIOD, { recipient }, { is: 'lost' }, COMMAND)).toBe(0);
      }
      await world.run();
      expect(world.mailer.taken).toHaveLength(1);
    });

    /** A mail server that fell silent with the whole e-mail in its hands. */
    async function leaveUnclear(): Promise<Date> {
      world.mailer.onSend = () => {
        throw new DomainError('MAIL.UNCLEAR', 'It did not say whether it took it.', { kind: 'broken' });
      };
      const [turn] = await world.run();
      expect(turn?.state).toMatchObject({ is: 'unclear', since: world.now });
      const handedOver = world.now;
      world.mailer.onSend = () => undefined;
      world.at('2017-07-01T12:00:00Z');
      return handedOver;
    }
  });

  describe('where the mail server', () => {
    it('is down, nothing is made or recorded as sent; when it is up again, all of it goes out once', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org', { lang: 'pt' });
      world.mailer.onVerify = () => {
        throw unreachable;
      };
      const reason = 'The mail server mail.example.org does not answer. Check SMTP_URL.';
      // Half a minute, then one, two, four, eight and ten.
      const nexts = [0.5, 1, 2, 4, 8, 10, 10].map((minutes) => minutes * 60_000);
      for (const [times, pause] of nexts.entries()) {
        const nextAt = new Date(world.now.getTime() + pause);
        expect((await world.run()).map(({ state }) => state)).toEqual(
          Array(2).fill({ is: 'open', failed: false, attempts: 0, heldUp: times + 1, reason, nextAt }),
        );
        world.now = nextAt;
      }
      expect(world.issued).toEqual([]);
      expect(await world.row(id)).toMatchObject({
        status: 'pending',
        sentAt: null,
        messageId: null,
        error: reason,
      });

      world.mailer.onVerify = () => undefined;
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
      expect(await world.row(id)).toMatchObject({ status: 'sent', attempts: 1, error: null });
    });

    it('is away for three days, nobody’s two days are over: when it is back, all of it goes out', async () => {
      await world.subscribe('ana@example.org');
      let asked = 0;
      world.mailer.onVerify = () => {
        asked += 1;
        throw unreachable;
      };
      for (const _ of Array(72)) {
        await world.run();
        world.pass(60);
      }
      expect(asked).toBe(72);
      world.mailer.onVerify = () => undefined;
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org']);
    });

    it('goes down halfway, five are asked of it and the others wait, at no cost', async () => {
      const names = Array.from(
        { length: 20 },
        (_, index) => `reader-${String(index).padStart(2, '0')}@example.org`,
      );
      for (const name of names) await world.subscribe(name);
      let asked = 0;
      world.mailer.onSend = () => {
        if (world.mailer.taken.length < 3) return;
        asked += 1;
        throw unreachable;
      };
      const turns = await world.run();
      expect(asked).toBe(5);
      expect(turns.filter(({ state }) => state.is === 'sent')).toHaveLength(3);
      const nextAt = new Date(world.now.getTime() + 30_000);
      expect(turns.slice(3).map(({ state }) => state)).toEqual(
        Array(17).fill(expect.objectContaining({ is: 'open', failed: false, attempts: 0, nextAt })),
      );
      world.mailer.onSend = () => undefined;
      world.pass(1);
      await world.run();
      expect(world.mailer.taken.map(({ to }) => to)).toEqual(names);
    });

    it('takes nothing from this sender: no recipient is refused, and all of it goes out when that is mended', async () => {
      const id = await world.subscribe('ana@example.org');
      world.mailer.onSend = () => {
        throw new DomainError('MAIL.SENDER', 'It takes nothing from us (550 not you).', { kind: 'broken' });
      };
      for (const _ of Array(60)) {
        await world.run();
        world.pass(60);
      }
      expect(await world.row(id)).toMatchObject({ status: 'pending', attempts: 0, heldUp: 60 });
      world.mailer.onSend = () => undefined;
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org']);
    });

    it('refuses one for good, the others get theirs, and only a person tries it again', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      const tried: string[] = [];
      world.mailer.onSend = ({ to, messageId = '' }) => {
        if (to !== 'ana@example.org') return;
        tried.push(messageId);
        throw refused;
      };
      for (const _ of Array(8)) {
        await world.run();
        world.pass(600);
      }
      expect(world.recipients()).toEqual(['ben@example.org']);
      expect(tried).toEqual([`2017-06.${id}@example.org`]);
      expect(await world.row(id)).toMatchObject({
        status: 'failed',
        attempts: 1,
        nextAttemptAt: null,
        sentAt: null,
        error: 'The mail server refuses it (550 No such user here).',
      });
      world.mailer.onSend = () => undefined;
      await world.send();
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
    });

    it('says later to one for good, it is tried 21 times in two days, then left to a person', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      const begun = world.now.getTime();
      const tried: number[] = [];
      world.mailer.onSend = ({ to }) => {
        if (to !== 'ana@example.org') return;
        tried.push((world.now.getTime() - begun) / 60_000);
        throw later;
      };
      await world.ringUntil('2017-07-04T10:00:00Z');
      expect(world.recipients()).toEqual(['ben@example.org']);
      // Rests of half a minute (to the next ring), 1, 2, 4 … 128 minutes, then of four hours.
      expect(tried.slice(0, 10)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256]);
      expect(tried.slice(10)).toEqual(Array.from({ length: 11 }, (_, index) => 256 + 240 * (index + 1)));
      expect(await world.row(id)).toMatchObject({ status: 'failed', attempts: 21, nextAttemptAt: null });
    });

    it('says later to one, over restarts and while the next month goes out', async () => {
      world.at('2017-07-31T09:00:00Z');
      await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      world.mailer.onSend = ({ to, subject }) => {
        if (to === 'ana@example.org' && subject.includes('2017-06')) throw later;
      };
      await world.ringUntil('2017-08-01T15:00:00Z');
      const subjects = () => world.mailer.taken.map(({ to, subject }) => `${to} ${subject.slice(10, 17)}`);
      expect(subjects()).toEqual([
        'ben@example.org 2017-06',
        'ana@example.org 2017-07',
        'ben@example.org 2017-07',
      ]);
      world.mailer.onSend = () => undefined;
      await world.ringUntil('2017-08-01T19:00:00Z');
      expect(subjects().at(-1)).toBe('ana@example.org 2017-06');
    });

    it('fails in a way that nobody foresaw, it may have taken the e-mail: it is not sent again', async () => {
      await world.subscribe('ana@example.org');
      world.mailer.onSend = () => {
        throw new TypeError('cannot read');
      };
      expect((await world.run())[0]?.state).toMatchObject({ is: 'unclear' });
      world.mailer.onSend = () => undefined;
      await world.run();
      expect(world.mailer.taken).toEqual([]);
    });

    it('cannot be given an address that holds a header, that one alone is not sent', async () => {
      await world.subscribe('ana,eve@example.org');
      await world.subscribe('ben@example.org', { name: 'Ben\r\nBcc: eve@example.org' });
      expect(states(await world.run())).toMatchObject({
        'ana,eve@example.org': {
          is: 'given-up',
          attempts: 1,
          reason: expect.stringContaining('is not an e-mail address'),
        },
        'ben@example.org': { is: 'sent' },
      });
      expect(world.mailer.taken[0]?.text).toContain('Ben Bcc: eve@example.org (ben@example.org)');
      await expect(world.subscribe('eve@example.org\r\nBcc: ana@example.org')).rejects.toMatchObject({
        cause: expect.objectContaining({ message: expect.stringContaining('subscriptions_email') }),
      });
    });
  });

  it('sends nothing of a report that cannot be made, and the others all the same', async () => {
    const id = await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org', { lang: 'fr' });
    world.onIssue = ({ lang }) => {
      if (lang === 'en') throw new DomainError('BROWSER.MISSING', 'No browser starts.', { kind: 'broken' });
    };
    for (const _ of Array(8)) {
      expect(states(await world.run())).toMatchObject({
        'ana@example.org': { is: 'open', failed: false, attempts: 0, reason: 'No browser starts.' },
        'ben@example.org': { is: 'sent' },
      });
      world.pass(10);
    }
    expect(await world.row(id)).toMatchObject({ status: 'pending', messageId: null, issue: null });
    world.onIssue = () => undefined;
    await world.run();
    expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
  });
});
