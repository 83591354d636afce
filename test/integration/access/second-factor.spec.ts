import { findAccount } from '../../../src/access/principals/accounts.repository.ts';
import { eachEngine } from '../../support/database.ts';
import { AccessWorld, ADMINISTRATOR, COMMAND, HERE, PASSWORD, refusal } from './access.fixture.ts';

eachEngine('the second factor', (engine) => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = new AccessWorld(await engine.open());
  });

  it('is set up by an administrator before anything else, and asked for from then on', async () => {
    const id = await world.member('first@example.org', ADMINISTRATOR);
    const opened = await world.enter('first@example.org');
    expect(opened.stage).toBe('enrolment');
    const halfWay = await world.halfWay(opened);
    expect(halfWay).toMatchObject({ account: id, needs: 'enrolment' });
    const { secret, uri } = await world.ownFactor.beginEnrolment(halfWay);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(
      `otpauth://totp/Attest:first%40example.org?issuer=Attest&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    // Asked for again, it is the same: the page may be loaded twice.
    expect((await world.ownFactor.beginEnrolment(halfWay)).secret).toBe(secret);
    // Nobody reads it in the table.
    const stored = (await findAccount(world.db, id))?.totpSecret ?? '';
    expect(stored).toMatch(/^[\w-]{70,}$/);
    expect(Buffer.from(stored, 'base64url').toString('latin1')).not.toContain(secret);

    expect(await refusal(world.ownFactor.confirmEnrolment(halfWay, { code: '000000' }, HERE))).toMatchObject({
      code: 'SECOND_FACTOR.CODE',
      kind: 'call',
    });
    expect(await world.visitor(opened)).toMatchObject({ needs: 'enrolment' });
    const done = await world.ownFactor.confirmEnrolment(halfWay, { code: world.totp(secret) }, HERE);
    expect(done.opened.stage).toBe('full');
    expect(done.opened.cookie).not.toBe(opened.cookie);
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    expect(await world.visitor(done.opened)).toMatchObject({ kind: 'person', role: 'administrator' });
    expect(new Set(done.recoveryCodes).size).toBe(10);
    for (const code of done.recoveryCodes)
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
    expect(await world.own.state(await world.person(done.opened))).toMatchObject({
      secondFactor: true,
      mustHaveSecondFactor: true,
      recoveryCodesLeft: 10,
      hasPassword: true,
    });
    expect(await refusal(world.ownFactor.beginEnrolment(await world.person(done.opened)))).toMatchObject({
      code: 'SECOND_FACTOR.HELD',
    });
    // The code that proved it signs nobody in.
    const again = await world.enter('first@example.org');
    expect(again.stage).toBe('second-factor');
    expect(
      await refusal(world.signIn.withSecondFactor(await world.halfWay(again), world.totp(secret), HERE)),
    ).toMatchObject({ code: 'SIGN_IN.CODE', kind: 'unknown-visitor' });
  });

  it('gives a session of its own, and ends the half-way one', async () => {
    const { secret } = await world.administrator('steps@example.org');
    const first = await world.enter('steps@example.org');
    const halfWay = await world.halfWay(first);
    const second = await world.signIn.withSecondFactor(halfWay, world.totp(secret), HERE);
    expect(second.stage).toBe('full');
    expect(second.cookie).not.toBe(first.cookie);
    expect(await world.visitor(first)).toEqual({ kind: 'stranger' });
    expect(await world.visitor(second)).toMatchObject({ kind: 'person' });
    world.later(1);
    // The half-way session went once.
    expect(await refusal(world.signIn.withSecondFactor(halfWay, world.totp(secret), HERE))).toMatchObject({
      code: 'SIGN_IN.CODE',
    });
  });

  it('takes a code of the last, this and the next half minute, and no other', async () => {
    const { secret } = await world.administrator('window@example.org');
    const enter = async (stepsOn: number) => {
      world.later(10);
      const halfWay = await world.halfWay(await world.enter('window@example.org'));
      return world.signIn.withSecondFactor(halfWay, world.totp(secret, stepsOn), HERE);
    };
    for (const stepsOn of [-1, 0, 1]) expect((await enter(stepsOn)).stage).toBe('full');
    for (const stepsOn of [-2, 2])
      expect(await refusal(enter(stepsOn))).toMatchObject({ code: 'SIGN_IN.CODE' });
  });

  it('takes no code twice, nor one before it, not even at once', async () => {
    const { secret } = await world.administrator('replay@example.org');
    const halfWays = [];
    for (let i = 0; i < 4; i += 1) {
      halfWays.push(await world.halfWay(await world.enter('replay@example.org')));
    }
    const [one, two, three, four] = halfWays as [
      (typeof halfWays)[0],
      (typeof halfWays)[0],
      (typeof halfWays)[0],
      (typeof halfWays)[0],
    ];
    const code = world.totp(secret);
    const outcomes = await Promise.allSettled(
      [one, two].map((halfWay) => world.signIn.withSecondFactor(halfWay, code, HERE)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(world.signIn.withSecondFactor(three, code, HERE))).toMatchObject({
      code: 'SIGN_IN.CODE',
    });
    expect(await refusal(world.signIn.withSecondFactor(four, world.totp(secret, -1), HERE))).toMatchObject({
      code: 'SIGN_IN.CODE',
    });
  });

  it('takes a recovery code in its place, each once, however it is typed', async () => {
    const { id, recoveryCodes } = await world.administrator('lost@example.org');
    const [code = '', other = ''] = recoveryCodes;
    const enter = async (typed: string) =>
      world.signIn.withSecondFactor(await world.halfWay(await world.enter('lost@example.org')), typed, HERE);
    const outcomes = await Promise.allSettled([
      enter(code),
      enter(` ${code.toUpperCase().replace('-', ' ')}`),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(enter(code))).toMatchObject({ code: 'SIGN_IN.CODE' });
    expect((await enter(other)).stage).toBe('full');
    const me = await world.person(await enter(recoveryCodes[2] ?? ''));
    expect((await world.own.state(me)).recoveryCodesLeft).toBe(7);
    expect(await world.recorded('second-factor.recovery-code-used')).toHaveLength(3);

    expect(await refusal(world.ownFactor.renewRecoveryCodes(me, 'wrong', HERE))).toMatchObject({
      code: 'PASSWORD.WRONG',
    });
    const renewed = await world.ownFactor.renewRecoveryCodes(me, PASSWORD, HERE);
    expect(renewed).toHaveLength(10);
    expect(await refusal(enter(recoveryCodes[3] ?? ''))).toMatchObject({ code: 'SIGN_IN.CODE' });
    expect((await enter(renewed[0] ?? '')).stage).toBe('full');
    const record = await world.everythingRecorded();
    for (const each of [...recoveryCodes, ...renewed]) expect(record).not.toContain(each);
    expect(JSON.stringify(await findAccount(world.db, id))).not.toContain(code);
  });

  it('ends the half-way session with the fifth wrong code, and stops guessing over many sessions', async () => {
    const { secret } = await world.administrator('guessed@example.org');
    const wrong = async (opened: Awaited<ReturnType<typeof world.enter>>) =>
      (await refusal(world.signIn.withSecondFactor(await world.halfWay(opened), '12345', HERE))).code;
    const first = await world.enter('guessed@example.org');
    for (let i = 0; i < 5; i += 1) expect(await wrong(first)).toBe('SIGN_IN.CODE');
    expect(await world.visitor(first)).toEqual({ kind: 'stranger' });
    expect(await world.recorded('session.ended')).toMatchObject([{ details: { reason: 'wrong codes' } }]);
    const second = await world.enter('guessed@example.org');
    for (let i = 0; i < 5; i += 1) expect(await wrong(second)).toBe('SIGN_IN.CODE');
    const third = await world.halfWay(await world.enter('guessed@example.org'));
    expect(await refusal(world.signIn.withSecondFactor(third, world.totp(secret), HERE))).toMatchObject({
      code: 'LIMIT.REACHED',
      kind: 'too-often',
    });
    world.later(15);
    const late = await world.halfWay(await world.enter('guessed@example.org'));
    expect((await world.signIn.withSecondFactor(late, world.totp(secret), HERE)).stage).toBe('full');
  });

  it('is given within ten minutes of the password', async () => {
    const { secret } = await world.administrator('slow@example.org');
    const opened = await world.enter('slow@example.org');
    const halfWay = await world.halfWay(opened);
    world.later(10);
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    expect(await refusal(world.signIn.withSecondFactor(halfWay, world.totp(secret), HERE))).toMatchObject({
      code: 'SIGN_IN.CODE',
    });
  });

  it('is refused to who was disabled half way', async () => {
    await world.administrator('other-admin@example.org');
    const { id, secret } = await world.administrator('half@example.org');
    const halfWay = await world.halfWay(await world.enter('half@example.org'));
    await world.accounts.disable(COMMAND, id);
    expect(await refusal(world.signIn.withSecondFactor(halfWay, world.totp(secret), HERE))).toMatchObject({
      code: 'SIGN_IN.CODE',
    });
  });

  it('is anybody’s to set up and remove, but an administrator only replaces it', async () => {
    await world.member('manager@example.org');
    const me = await world.person(await world.enter('manager@example.org'));
    const elsewhere = await world.enter('manager@example.org');
    const { secret } = await world.ownFactor.beginEnrolment(me);
    const code = world.totp(secret);
    for (const password of [undefined, 'wrong']) {
      expect(await refusal(world.ownFactor.confirmEnrolment(me, { code, password }, HERE))).toMatchObject({
        code: 'PASSWORD.WRONG',
      });
    }
    const { opened } = await world.ownFactor.confirmEnrolment(me, { code, password: PASSWORD }, HERE);
    expect(await world.visitor(elsewhere)).toEqual({ kind: 'stranger' });
    expect((await world.enter('manager@example.org')).stage).toBe('second-factor');
    const now = await world.person(opened);
    expect(await refusal(world.ownFactor.removeSecondFactor(now, 'wrong', HERE))).toMatchObject({
      code: 'PASSWORD.WRONG',
    });
    await world.ownFactor.removeSecondFactor(now, PASSWORD, HERE);
    expect((await world.enter('manager@example.org')).stage).toBe('full');
    expect((await world.own.state(now)).recoveryCodesLeft).toBe(0);

    const boss = await world.administrator('boss@example.org');
    const her = await world.person(boss.opened);
    expect(await refusal(world.ownFactor.removeSecondFactor(her, PASSWORD, HERE))).toMatchObject({
      code: 'SECOND_FACTOR.NEEDED',
      kind: 'refused',
    });
    const fresh = await world.ownFactor.replaceSecondFactor(her, PASSWORD, HERE);
    expect(fresh.stage).toBe('enrolment');
    expect(await world.visitor(boss.opened)).toEqual({ kind: 'stranger' });
    const telephone = await world.ownFactor.beginEnrolment(await world.halfWay(fresh));
    expect(telephone.secret).not.toBe(boss.secret);
    await world.background.settled();
    expect(
      world.mailer.sent.filter(({ to }) => to === 'boss@example.org').map(({ subject }) => subject),
    ).toEqual(['Se cambió su segundo factor de Attest', 'Se cambió su segundo factor de Attest']);
  });

  it('is reset by an administrator, which signs the person out', async () => {
    const { id, opened } = await world.administrator('reset@example.org');
    await world.accounts.resetSecondFactor(COMMAND, id);
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    expect((await world.enter('reset@example.org')).stage).toBe('enrolment');
    expect(await world.recorded('second-factor.reset')).toMatchObject([
      { actorKind: 'command', subject: `accounts ${id}` },
    ]);
  });

  it('says what to do where the key of the service has changed', async () => {
    await world.administrator('changed@example.org');
    const other = new AccessWorld({ db: world.db } as never, 'another secret of the service, quite long');
    other.now = world.now;
    const halfWay = await other.halfWay(await other.enter('changed@example.org'));
    expect(await refusal(other.signIn.withSecondFactor(halfWay, '123456', HERE))).toEqual({
      code: 'SECOND_FACTOR.KEY',
      kind: 'refused',
      message: 'The second factor of this account was stored under another key of the service.',
      remedy:
        'Set ATTEST_SECRET to what it was, or let an administrator reset the second factor (npm run admin -- reset-second-factor EMAIL).',
    });
  });
});

eachEngine('the key of the service', (engine) => {
  it('is made once, whoever asks first, and differs by purpose', async () => {
    const handle = await engine.open();
    const worlds = Array.from({ length: 5 }, () => new AccessWorld(handle));
    const keys = await Promise.all(worlds.map(({ serviceKey }) => serviceKey.derive('links')));
    expect(keys[0]).toHaveLength(32);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    const other = await worlds[0]?.serviceKey.derive('second factor');
    expect(other?.equals(keys[0] as Buffer)).toBe(false);
  });

  it('is another in each database', async () => {
    const key = async () =>
      (await new AccessWorld(await engine.open()).serviceKey.derive('links')).toString('hex');
    expect(await key()).not.toBe(await key());
  });

  it('is of ATTEST_SECRET where that is set', async () => {
    const handle = await engine.open();
    const key = (secret: string | null) => new AccessWorld(handle, secret).serviceKey.derive('links');
    const [a, b, kept] = [await key('a'.repeat(32)), await key('b'.repeat(32)), await key(null)];
    expect(new Set([a, b, kept].map((each) => each.toString('hex'))).size).toBe(3);
    expect((await key('a'.repeat(32))).equals(a)).toBe(true);
    expect((await key(null)).equals(kept)).toBe(true);
  });
});
