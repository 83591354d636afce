import { sql } from 'drizzle-orm';
import { DomainError } from '../../../src/core/errors.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import { eachEngine } from '../../support/database.ts';
import {
  AccessWorld,
  ADMINISTRATOR,
  COMMAND,
  codeOf,
  HERE,
  linkIn,
  PASSWORD,
  refusal,
} from './access.fixture.ts';

const NEXT = 'eleven copper lanterns at dusk';
const UNKNOWN = { code: 'ONE_TIME.UNKNOWN', kind: 'missing' };

eachEngine('one-time links', (engine) => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = new AccessWorld(await engine.open());
  });

  const reset = async (email: string, address = '192.0.2.1') => {
    const before = world.mailer.sent.length;
    await world.codes.requestReset(email, { ...HERE, address });
    await world.background.settled();
    return world.mailer.sent.slice(before);
  };

  describe('of an invitation', () => {
    it('sets the password once, and never again', async () => {
      const { id, link, expiresAt } = await world.invite('new@example.org');
      expect(link).toMatch(/^https:\/\/attest\.example\.org\/one-time\/[\w-]{43}$/);
      expect(expiresAt.getTime() - world.now.getTime()).toBe(72 * 3_600_000);
      const code = codeOf(link);
      expect(await world.codes.inspect(code)).toEqual({
        purpose: 'invitation',
        email: 'new@example.org',
        name: 'Ana Lima',
        lang: 'es',
      });
      expect(await refusal(world.codes.redeem(code, 'too short', HERE))).toMatchObject({
        code: 'PASSWORD.SHORT',
      });
      const opened = await world.codes.redeem(code, PASSWORD, HERE);
      expect(await world.visitor(opened)).toMatchObject({ kind: 'person', account: id });
      expect(await refusal(world.codes.redeem(code, NEXT, HERE))).toMatchObject(UNKNOWN);
      expect(await refusal(world.codes.inspect(code))).toMatchObject(UNKNOWN);
      expect((await world.enter('new@example.org')).stage).toBe('full');
      expect(await world.recorded('one-time.used')).toMatchObject([
        { actor: id, details: { purpose: 'invitation' } },
      ]);
      expect(await world.recorded('one-time.refused')).toMatchObject([
        { address: '192.0.2.1', details: { what: 'link' } },
      ]);
    });

    it('works once for two at once', async () => {
      const code = codeOf((await world.invite('both@example.org')).link);
      const outcomes = await Promise.allSettled([
        world.codes.redeem(code, PASSWORD, HERE),
        world.codes.redeem(code, NEXT, HERE),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('leaves everything as it was where a part of what it does cannot be stored', async () => {
      const { id, link } = await world.invite('whole@example.org');
      const { db } = world;
      await db.execute(
        sql`ALTER TABLE audit ADD CONSTRAINT full_disk CHECK (action <> 'one-time.used') NOT VALID`,
      );
      await expect(world.codes.redeem(codeOf(link), PASSWORD, HERE)).rejects.toThrow();
      await db.execute(sql`ALTER TABLE audit DROP CONSTRAINT full_disk`);
      expect(await world.accounts.find(id)).toMatchObject({ invited: true });
      expect(await refusal(world.enter('whole@example.org'))).toMatchObject({ code: 'SIGN_IN.REFUSED' });
      // The code was not used up.
      expect((await world.codes.redeem(codeOf(link), PASSWORD, HERE)).stage).toBe('full');
    });

    it('runs out after 72 hours', async () => {
      const code = codeOf((await world.invite('late@example.org')).link);
      world.later(72 * 60 - 1);
      await world.codes.inspect(code);
      world.later(1);
      expect(await refusal(world.codes.inspect(code))).toMatchObject(UNKNOWN);
      expect(await refusal(world.codes.redeem(code, PASSWORD, HERE))).toMatchObject(UNKNOWN);
    });

    it('is good no more once another was sent, or the account disabled', async () => {
      const { id, link } = await world.invite('again@example.org');
      const second = await world.accounts.sendLink(COMMAND, id);
      expect(await refusal(world.codes.inspect(codeOf(link)))).toMatchObject(UNKNOWN);
      expect(linkIn(world.mailer.sent.at(-1) as never)).toBe(second.link);
      await world.accounts.disable(COMMAND, id);
      expect(await refusal(world.codes.inspect(codeOf(second.link)))).toMatchObject(UNKNOWN);
      await world.accounts.enable(COMMAND, id);
      expect(await refusal(world.codes.inspect(codeOf(second.link)))).toMatchObject(UNKNOWN);
    });

    it('goes out in the language of the account, without a line of anybody else', async () => {
      const invite = (name: string) =>
        world.accounts.invite(COMMAND, {
          email: 'mail@example.org',
          name,
          lang: 'fr',
          mandate: ADMINISTRATOR,
          mail: true,
        });
      expect(await refusal(invite('Ana\r\nBcc: eve@example.org'))).toMatchObject({ code: 'NAME.INVISIBLE' });
      const { link } = await invite('Ana Lima');
      const mail = world.mailer.sent.at(-1);
      expect(mail).toMatchObject({ to: 'mail@example.org', subject: 'Votre compte dans Attest' });
      expect(mail?.text.split('\n')).toContain(link);
      expect(mail?.text).toContain('pendant 72 heures');
      expect(await world.recorded('invitation.sent')).toMatchObject([
        { actorKind: 'command' },
        { actorKind: 'command' },
      ]);
    });

    it('stays where the mail server does not take it, and says so', async () => {
      world.mailer.failure = new DomainError('MAIL.UNREACHABLE', 'The mail server does not answer.', {
        kind: 'broken',
      });
      const invitation = {
        email: 'unsent@example.org',
        name: 'Ana',
        lang: 'en',
        mandate: ADMINISTRATOR,
        mail: true,
      } as const;
      expect(await refusal(world.accounts.invite(COMMAND, invitation))).toEqual({
        code: 'LINK.NOT_SENT',
        kind: 'broken',
        message: 'The e-mail with the link was not sent: The mail server does not answer.',
        remedy: 'Once e-mail works again, send the link again from the page of the account.',
      });
      world.mailer.failure = null;
      expect((await world.recorded('invitation.made'))[0]?.details).toEqual({ email: 'unsent@example.org' });
      const account = await world.accounts.findByEmail('unsent@example.org');
      expect(account).toMatchObject({ invited: true });
      const { link } = await world.accounts.sendLink(COMMAND, account?.id ?? '');
      expect(await world.codes.inspect(codeOf(link))).toMatchObject({ purpose: 'invitation' });
    });
  });

  describe('for a new password', () => {
    it('works once for an hour, ends every session, and says that it was changed', async () => {
      await world.member('forgot@example.org');
      const before = await world.enter('forgot@example.org');
      const [mail] = await reset(' Forgot@Example.org ');
      const code = codeOf(linkIn(mail as never));
      expect(mail).toMatchObject({ to: 'forgot@example.org', subject: 'Nueva contraseña para Attest' });
      expect(await world.codes.inspect(code)).toMatchObject({ purpose: 'reset' });
      const opened = await world.codes.redeem(code, NEXT, HERE);
      expect(await world.visitor(before)).toEqual({ kind: 'stranger' });
      expect(await world.visitor(opened)).toMatchObject({ kind: 'person' });
      expect(await refusal(world.codes.redeem(code, PASSWORD, HERE))).toMatchObject(UNKNOWN);
      expect(await refusal(world.enter('forgot@example.org'))).toMatchObject({ code: 'SIGN_IN.REFUSED' });
      expect((await world.enter('forgot@example.org', NEXT)).stage).toBe('full');
      await world.background.settled();
      expect(world.mailer.sent.at(-1)).toMatchObject({ subject: 'Se cambió su contraseña de Attest' });

      const [second] = await reset('forgot@example.org');
      world.later(60);
      expect(await refusal(world.codes.inspect(codeOf(linkIn(second as never))))).toMatchObject(UNKNOWN);
    });

    it('answers alike, and writes to nobody who has no password here', async () => {
      const disabled = await world.member('off@example.org');
      await world.accounts.disable(COMMAND, disabled);
      for (const email of ['nobody@example.org', 'off@example.org', 'no address', 'a\u0000@b']) {
        expect(await reset(email, '198.51.100.20')).toEqual([]);
      }
      await world.invite('waiting@example.org');
      expect(await reset('waiting@example.org', '198.51.100.20')).toHaveLength(1);
      const asked = await world.recorded('reset.requested');
      expect(asked.slice(0, 5).map(({ details }) => details)).toEqual([
        { email: 'waiting@example.org' },
        {},
        {},
        { email: 'off@example.org' },
        { email: 'nobody@example.org' },
      ]);
    });

    it('is sent three times an hour, and the fourth is refused for known and unknown alike', async () => {
      await world.member('eager@example.org');
      const answers = [];
      for (const email of ['eager@example.org', 'nobody-else@example.org']) {
        for (let i = 0; i < 3; i += 1) await reset(email, `198.51.100.${30 + i}`);
        answers.push(await refusal(reset(email, '198.51.100.40')));
      }
      expect(answers[0]).toMatchObject({ code: 'LIMIT.REACHED', kind: 'too-often' });
      expect(answers[1]).toEqual(answers[0]);
    });

    it('is sent to twenty addresses an hour from one place', async () => {
      for (let i = 0; i < 20; i += 1) await reset(`p${i}@example.org`, '198.51.100.50');
      expect(await refusal(reset('p20@example.org', '198.51.100.50'))).toMatchObject({
        code: 'LIMIT.REACHED',
      });
    });

    it('does not go round the second factor', async () => {
      await world.administrator('two@example.org');
      const [mail] = await reset('two@example.org');
      const opened = await world.codes.redeem(codeOf(linkIn(mail as never)), NEXT, HERE);
      expect(opened.stage).toBe('second-factor');
      expect(await world.visitor(opened)).toMatchObject({ kind: 'half-way' });
    });

    it('is lost on nobody else where the mail server fails', async () => {
      await world.member('lucky@example.org');
      world.mailer.failure = new DomainError('MAIL.UNREACHABLE', 'No answer.', { kind: 'broken' });
      await expect(reset('lucky@example.org', '198.51.100.60')).resolves.toEqual([]);
      world.mailer.failure = null;
    });
  });

  it('refuses what cannot be a code, and holds back who tries many', async () => {
    for (const code of ['', '../../etc/passwd', 'a'.repeat(5000), 'a\u0000']) {
      expect(await refusal(world.codes.inspect(code))).toMatchObject(UNKNOWN);
    }
    const there = { ...HERE, address: '198.51.100.70' };
    const codes = [];
    for (let i = 0; i < 32; i += 1) {
      codes.push((await refusal(world.codes.redeem('x'.repeat(43), PASSWORD, there))).code);
    }
    expect(codes.slice(29)).toEqual(['ONE_TIME.UNKNOWN', 'LIMIT.REACHED', 'LIMIT.REACHED']);
  });

  it('changes a password only by the present one, and ends the other sessions', async () => {
    await world.member('change@example.org');
    const here = await world.enter('change@example.org');
    const there = await world.enter('change@example.org');
    const me = await world.person(here);
    const [mail] = await reset('change@example.org', '198.51.100.80');
    const change = (current: string, next: string) => world.own.changePassword(me, { current, next }, HERE);
    expect(await refusal(change('wrong', NEXT))).toMatchObject({ code: 'PASSWORD.WRONG', kind: 'call' });
    expect(await refusal(change(PASSWORD, 'change@example.org'))).toMatchObject({ code: 'PASSWORD.COMMON' });
    await change(PASSWORD, NEXT);
    expect(await world.visitor(here)).toMatchObject({ kind: 'person' });
    expect(await world.visitor(there)).toEqual({ kind: 'stranger' });
    expect(await refusal(world.codes.inspect(codeOf(linkIn(mail as never))))).toMatchObject(UNKNOWN);
    expect((await world.enter('change@example.org', NEXT)).stage).toBe('full');
    expect(await world.recorded('password.changed')).toHaveLength(1);
    for (let i = 0; i < 10; i += 1) await refusal(change('wrong', NEXT));
    expect(await refusal(change(NEXT, PASSWORD))).toMatchObject({ code: 'LIMIT.REACHED' });
  });
});

eachEngine('the first administrator', (engine) => {
  const WHO = { email: 'first@example.org', name: 'Eva Ruiz', lang: 'en', password: PASSWORD } as const;
  let database: DatabaseHandle;
  let world: AccessWorld;
  beforeEach(async () => {
    database = await engine.open();
    world = new AccessWorld(database);
  });
  afterEach(() => database.close());

  it('comes in by the code that was printed last, once, however it is typed', async () => {
    const old = (await world.codes.firstAdministratorCode()) ?? '';
    const code = (await world.codes.firstAdministratorCode()) ?? '';
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await world.codes.needsFirstAdministrator()).toBe(true);
    const wrong = { code: 'ONE_TIME.UNKNOWN', kind: 'call' };
    for (const given of [old, '0000-0000-0000-0000', '', 'a\u0000']) {
      expect(await refusal(world.codes.createFirstAdministrator(given, WHO, HERE))).toMatchObject(wrong);
    }
    expect(
      await refusal(world.codes.createFirstAdministrator(code, { ...WHO, password: 'Attest Attest' }, HERE)),
    ).toMatchObject({ code: 'PASSWORD.COMMON' });
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const outcomes = await Promise.allSettled([
      world.codes.createFirstAdministrator(typed, WHO, HERE),
      world.codes.createFirstAdministrator(code, { ...WHO, email: 'second@example.org' }, HERE),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await world.accounts.list()).rows).toMatchObject([{ role: 'administrator', invited: false }]);
    expect(await world.codes.firstAdministratorCode()).toBeNull();
    expect(await world.codes.needsFirstAdministrator()).toBe(false);
    expect(await world.recorded('one-time.used')).toMatchObject([
      { details: { purpose: 'first-administrator' } },
    ]);
    expect(await world.everythingRecorded()).not.toContain(code);
  });

  it('still has to set up the second factor', async () => {
    const code = (await world.codes.firstAdministratorCode()) ?? '';
    const opened = await world.codes.createFirstAdministrator(code, WHO, HERE);
    expect(opened.stage).toBe('enrolment');
    expect(await world.halfWay(opened)).toMatchObject({ needs: 'enrolment', email: 'first@example.org' });
  });

  it('is too late after a day', async () => {
    const code = (await world.codes.firstAdministratorCode()) ?? '';
    world.later(24 * 60);
    expect(await refusal(world.codes.createFirstAdministrator(code, WHO, HERE))).toMatchObject({
      code: 'ONE_TIME.UNKNOWN',
    });
  });

  it('cannot be guessed: ten tries from an address, fifty in all', async () => {
    const code = (await world.codes.firstAdministratorCode()) ?? '';
    const guess = async (given: string, address: string) =>
      (await refusal(world.codes.createFirstAdministrator(given, WHO, { ...HERE, address }))).code;
    for (let i = 0; i < 50; i += 1) {
      expect(await guess('0000-0000-0000-0000', `198.51.100.${Math.floor(i / 10)}`)).toBe('ONE_TIME.UNKNOWN');
    }
    expect(await guess(code, '198.51.100.0')).toBe('LIMIT.REACHED');
    expect(await guess(code, '198.51.100.9')).toBe('LIMIT.REACHED');
    world.later(15);
    expect((await world.codes.createFirstAdministrator(code, WHO, HERE)).stage).toBe('enrolment');
  });
});
