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
      await world
        .process()
        .settle(PERIOD, { recipient: 'ana@example.org', report: undefined, is: 'arrived' });
      expect(states(await world.run())).toEqual({ 'ana@example.org': { is: 'sent', at: handedOver } });
      expect(await world.row(id)).toMatchObject({ status: 'sent', error: null });
      expect(world.mailer.taken).toHaveLength(0);
    });

    it('and a person finds that it is lost: it is sent again, under the same Message-ID', async () => {
      const id = await world.subscribe('ana@example.org');
      await leaveUnclear();
      await world.process().settle(PERIOD, { recipient: 'ana@example.org', report: undefined, is: 'lost' });
      expect(states(await world.run())).toEqual({ 'ana@example.org': { is: 'sent', at: world.now } });
      expect(world.mailer.taken.map(({ messageId }) => messageId)).toEqual([`2017-06.${id}@example.org`]);
      expect(await world.row(id)).toMatchObject({ attempts: 2 });
    });

    it('and nothing is unclear: nothing is settled', async () => {
      await world.subscribe('ana@example.org');
      await world.run();
      for (const recipient of ['ana@example.org', 'nobody@example.org']) {
        await expect(
          world.process().settle(PERIOD, { recipient, report: undefined, is: 'lost' }),
        ).rejects.toMatchObject({
          code: 'DELIVERY.NOT_UNCLEAR',
          options: { kind: 'missing' },
        });
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
      for (const _ of Array(10)) {
        expect((await world.run({ maxAttempts: 6 })).map(({ state }) => state)).toEqual(
          Array(2).fill({ is: 'open', failed: true, attempts: 0, reason }),
        );
      }
      expect(world.issued).toEqual([]);
      expect(await world.row(id)).toMatchObject({
        status: 'failed',
        sentAt: null,
        messageId: null,
        error: reason,
      });

      world.mailer.onVerify = () => undefined;
      await world.run({ maxAttempts: 6 });
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
      expect(await world.row(id)).toMatchObject({ status: 'sent', attempts: 1, error: null });
    });

    it('goes down halfway, the others wait for the next time', async () => {
      for (const name of ['ana', 'ben', 'carla']) await world.subscribe(`${name}@example.org`);
      world.mailer.onSend = () => {
        if (world.mailer.taken.length === 1) throw unreachable;
      };
      const turns = await world.run();
      expect(turns.map(({ state }) => (state.is === 'open' ? state.attempts : state.is)).sort()).toEqual([
        0,
        1,
        'sent',
      ]);
      world.mailer.onSend = () => undefined;
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org', 'carla@example.org']);
    });

    it('refuses one, the others get theirs; after six attempts only a person tries again', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      const tried: string[] = [];
      world.mailer.onSend = ({ to, messageId = '' }) => {
        if (to !== 'ana@example.org') return;
        tried.push(messageId);
        throw refused;
      };
      for (const _ of Array(8)) await world.run({ maxAttempts: 6 });
      expect(world.recipients()).toEqual(['ben@example.org']);
      expect(tried).toEqual(Array(6).fill(`2017-06.${id}@example.org`));
      expect(await world.row(id)).toMatchObject({
        status: 'failed',
        attempts: 6,
        sentAt: null,
        error: 'The mail server refuses it (550 No such user here).',
      });
      world.mailer.onSend = () => undefined;
      await world.run();
      expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
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
          is: 'open',
          failed: true,
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
      expect(states(await world.run({ maxAttempts: 6 }))).toMatchObject({
        'ana@example.org': { is: 'open', failed: false, attempts: 0, reason: 'No browser starts.' },
        'ben@example.org': { is: 'sent' },
      });
    }
    expect(await world.row(id)).toMatchObject({ status: 'pending', messageId: null, issue: null });
    world.onIssue = () => undefined;
    await world.run({ maxAttempts: 6 });
    expect(world.recipients()).toEqual(['ana@example.org', 'ben@example.org']);
  });
});
