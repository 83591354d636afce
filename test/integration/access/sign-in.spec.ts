import { accounts } from '../../../src/access/principals/accounts.table.ts';
import { sessions } from '../../../src/access/principals/sessions.table.ts';
import { oneTimeCodes } from '../../../src/accounts/one-time/one-time-codes.table.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { eachEngine } from '../../support/database.ts';
import { AccessWorld, COMMAND, codeOf, HERE, PASSWORD, refusal } from './access.fixture.ts';

eachEngine('sign-in by password', (engine) => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = new AccessWorld(await engine.open());
  });

  /** How many passwords are compared while `run` runs. */
  async function compared(run: () => Promise<unknown>): Promise<number> {
    const { matches } = world.passwords;
    let count = 0;
    world.passwords.matches = (...given) => {
      count += 1;
      return matches.apply(world.passwords, given);
    };
    await run();
    world.passwords.matches = matches;
    return count;
  }

  it('lets in who knows the password, however the address is written', async () => {
    const id = await world.member('Ana@example.org');
    const opened = await world.enter(' ana@EXAMPLE.org');
    expect(opened.stage).toBe('full');
    expect(await world.visitor(opened)).toMatchObject({
      kind: 'person',
      account: id,
      email: 'Ana@example.org',
      role: 'manager',
    });
    expect(await world.recorded('sign-in.succeeded')).toMatchObject([
      { actor: id, actorName: 'Ana@example.org', address: '192.0.2.1', details: { method: 'password' } },
      { actor: id },
    ]);
  });

  it('says and works the same for unknown, wrong, disabled, invited, and what is no address', async () => {
    await world.member('same@example.org');
    const disabled = await world.member('disabled@example.org');
    await world.accounts.disable(COMMAND, disabled);
    await world.invite('invited@example.org');
    const attempts = [
      ['nobody@example.org', PASSWORD],
      ['same@example.org', 'another kettle under nine bridges'],
      ['disabled@example.org', PASSWORD],
      ['invited@example.org', PASSWORD],
      ['same@example.org', `${PASSWORD}${'x'.repeat(2000)}`],
      ['a\u0000b', PASSWORD],
      ['', ''],
    ] as const;
    const answers = new Set<string>();
    for (const [email, password] of attempts) {
      const count = await compared(async () => {
        answers.add(JSON.stringify(await refusal(world.enter(email, password))));
      });
      expect({ email, count }).toEqual({ email, count: 1 });
    }
    expect([...answers].map((answer) => JSON.parse(answer))).toEqual([
      {
        code: 'SIGN_IN.REFUSED',
        message: 'E-mail address or password is wrong.',
        kind: 'unknown-visitor',
        remedy: 'Check both, or ask for a new password.',
      },
    ]);
    const told = (await world.recorded('sign-in.refused')).map(({ details }) => details);
    expect(told.slice(0, 7).reverse()).toEqual([
      { reason: 'unknown account', email: 'nobody@example.org' },
      { reason: 'wrong password', email: 'same@example.org' },
      { reason: 'disabled account', email: 'disabled@example.org' },
      { reason: 'no password', email: 'invited@example.org' },
      { reason: 'wrong password', email: 'same@example.org' },
      { reason: 'unknown account' },
      { reason: 'unknown account' },
    ]);
  });

  it('compares ten of a thousand wrong passwords, and lets the owner in a quarter of an hour later', async () => {
    await world.member('flooded@example.org');
    const codes = new Map<string, number>();
    const count = await compared(async () => {
      for (let i = 0; i < 1000; i += 1) {
        // From a different address each, so that the account's own limit holds.
        const arrival = { ...HERE, address: `198.51.100.${i % 250}` };
        const { code } = await refusal(world.enter('flooded@example.org', `wrong number ${i}`, arrival));
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    });
    expect(count).toBe(10);
    expect(Object.fromEntries(codes)).toEqual({ 'SIGN_IN.REFUSED': 10, 'LIMIT.REACHED': 990 });
    expect(await refusal(world.enter('flooded@example.org'))).toMatchObject({ code: 'LIMIT.REACHED' });
    const recorded = await world.recorded('limit.reached');
    expect(recorded.map(({ details }) => details)).toEqual([{ what: 'sign-in', by: 'account' }]);
    world.later(15);
    expect((await world.enter('flooded@example.org')).stage).toBe('full');
    // And the count began anew: nine more mistakes are forgiven.
    for (let i = 0; i < 9; i += 1) await refusal(world.enter('flooded@example.org', 'wrong'));
    expect((await world.enter('flooded@example.org')).stage).toBe('full');
  });

  it('counts those that come at once before it compares any', async () => {
    await world.member('at-once@example.org');
    const arrival = { ...HERE, address: '198.51.100.251' };
    const count = await compared(() =>
      Promise.allSettled(
        Array.from({ length: 40 }, (_, i) => world.enter('at-once@example.org', `wrong ${i}`, arrival)),
      ),
    );
    expect(count).toBe(10);
  });

  it('holds back an address that tries one account after the other, and no other address', async () => {
    await world.member('office@example.org');
    const spray = { ...HERE, address: '203.0.113.7' };
    const count = await compared(async () => {
      for (let i = 0; i < 120; i += 1) await refusal(world.enter(`person${i}@example.org`, 'x', spray));
    });
    expect(count).toBe(100);
    expect(await refusal(world.enter('office@example.org', PASSWORD, spray))).toMatchObject({
      code: 'LIMIT.REACHED',
    });
    expect((await world.enter('office@example.org')).stage).toBe('full');
  });

  it('does not count whoever gets in against the address', async () => {
    await world.member('often@example.org');
    const office = { ...HERE, address: '203.0.113.8' };
    for (let i = 0; i < 110; i += 1) await world.enter('often@example.org', PASSWORD, office);
  });

  it('does not count who was turned away because many came at once', async () => {
    await world.member('patient@example.org');
    const { matches } = world.passwords;
    world.passwords.matches = () => {
      throw new DomainError('SIGN_IN.BUSY', 'Too many.', { kind: 'too-often', retryAfterS: 5 });
    };
    for (let i = 0; i < 20; i += 1) {
      expect(await refusal(world.enter('patient@example.org'))).toMatchObject({ code: 'SIGN_IN.BUSY' });
    }
    world.passwords.matches = matches;
    expect((await world.enter('patient@example.org')).stage).toBe('full');
  });

  it('computes a password again that was stored at a lower cost', async () => {
    const id = await world.member('old@example.org');
    const { hash } = await import('@node-rs/argon2');
    const cheap = await hash(PASSWORD, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
    const { updateAccount, findAccount } = await import(
      '../../../src/access/principals/accounts.repository.ts'
    );
    await world.db.transaction((tx) => updateAccount(tx, id, { passwordHash: cheap }));
    await world.enter('old@example.org');
    const stored = (await findAccount(world.db, id))?.passwordHash;
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await world.enter('old@example.org')).stage).toBe('full');
  });

  it('keeps neither password, nor cookie, nor code in the record, nor in the tables that it reads', async () => {
    await world.member('quiet@example.org');
    const { cookie } = await world.enter('quiet@example.org');
    await refusal(world.enter(PASSWORD, PASSWORD));
    const { link } = await world.invite('link@example.org');
    const record = await world.everythingRecorded();
    for (const secret of [PASSWORD, cookie, codeOf(link), '$argon2']) expect(record).not.toContain(secret);
    const stored = await Promise.all(
      [accounts, sessions, oneTimeCodes].map((table) => world.db.select().from(table)),
    );
    for (const secret of [PASSWORD, cookie, codeOf(link)]) {
      // Whoever reads a copy of the tables signs in with none of it.
      expect(JSON.stringify(stored)).not.toContain(secret);
      expect(JSON.stringify(stored)).not.toContain(Buffer.from(secret).toString('hex').slice(0, 32));
    }
  });

  describe('a session', () => {
    it('is another at each sign-in, ends by itself after an idle hour, and after twelve hours however busy', async () => {
      await world.member('busy@example.org');
      const [one, two] = [await world.enter('busy@example.org'), await world.enter('busy@example.org')];
      expect(one.cookie).not.toBe(two.cookie);
      world.later(59);
      expect(await world.visitor(one)).toMatchObject({ kind: 'person' });
      world.later(2);
      expect(await world.visitor(one)).toMatchObject({ kind: 'person' });
      expect(await world.visitor(two)).toEqual({ kind: 'stranger' });
      for (let hours = 2; hours < 12; hours += 1) {
        world.later(58);
        expect(await world.visitor(one)).toMatchObject({ kind: 'person' });
      }
      world.later(59);
      expect(await world.visitor(one)).toMatchObject({ kind: 'person' });
      world.later(20);
      expect(await world.visitor(one)).toEqual({ kind: 'stranger' });
    });

    it('ends when it signs out, and is recorded', async () => {
      const id = await world.member('out@example.org');
      const opened = await world.enter('out@example.org');
      await world.signIn.signOut(await world.visitor(opened), HERE);
      expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
      expect(await world.recorded('sign-out.done')).toMatchObject([{ actor: id }]);
      await world.signIn.signOut({ kind: 'stranger' }, HERE);
      expect(await world.recorded('sign-out.done')).toHaveLength(1);
    });

    it('ends the moment its account is disabled, and does not come back with it', async () => {
      const id = await world.member('gone@example.org');
      const opened = await world.enter('gone@example.org');
      await world.accounts.disable(COMMAND, id);
      expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
      await world.accounts.enable(COMMAND, id);
      expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
      expect((await world.enter('gone@example.org')).stage).toBe('full');
    });

    it('is listed to its owner alone, who ends one or all', async () => {
      await world.member('owner@example.org');
      await world.member('other@example.org');
      const here = await world.enter('owner@example.org');
      world.later(1);
      const there = await world.enter('owner@example.org', PASSWORD, {
        address: '192.0.2.9',
        userAgent: `Chrome\r\nX-Evil: ${'y'.repeat(500)}`,
      });
      const stranger = await world.person(await world.enter('other@example.org'));
      const me = await world.person(here);
      const listed = await world.own.sessions(me);
      // The first is of the invitation.
      expect(listed.map(({ isThis, address }) => ({ isThis, address }))).toEqual([
        { isThis: false, address: '192.0.2.9' },
        ...listed.slice(1).map(({ isThis }) => ({ isThis, address: '192.0.2.1' })),
      ]);
      expect(listed).toHaveLength(3);
      expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1);
      expect(listed[0]?.userAgent).toMatch(/^Chrome X-Evil: y{100,}…$/);
      const thereId = (await world.person(there)).session;
      expect(await refusal(world.own.endSession(stranger, thereId, HERE))).toMatchObject({
        code: 'SESSION.UNKNOWN',
        kind: 'missing',
      });
      await world.own.endSession(me, thereId, HERE);
      expect(await world.visitor(there)).toEqual({ kind: 'stranger' });
      expect(await world.visitor(here)).toMatchObject({ kind: 'person' });
      await world.own.endAllSessions(me, HERE);
      expect(await world.visitor(here)).toEqual({ kind: 'stranger' });
      expect(await world.own.sessions(me)).toEqual([]);
      expect((await world.recorded('session.ended')).map(({ details }) => details)).toEqual([
        { which: 'all' },
        { which: 'one' },
      ]);
    });
  });
});
