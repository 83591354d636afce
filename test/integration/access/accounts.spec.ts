import { ROLE_RIGHTS } from '../../../src/access/fixtures/role-rights.ts';
import { limits } from '../../../src/access/limits.table.ts';
import { sessions } from '../../../src/access/principals/sessions.table.ts';
import { RoleRights } from '../../../src/access/role.ts';
import type { OidcIdentity } from '../../../src/accounts/oidc/oidc-identity.ts';
import { oneTimeCodes } from '../../../src/accounts/one-time/one-time-codes.table.ts';
import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { adminCommand } from '../../../src/accounts/people/admin.command.ts';
import { openArchive } from '../../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../../src/platform/backup/backup.repository.ts';
import { parseArguments } from '../../../src/platform/cli/command.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import { organisations } from '../../../src/programs/organisations.table.ts';
import { eachEngine } from '../../support/database.ts';
import {
  AccessWorld,
  ADMINISTRATOR,
  COMMAND,
  codeOf,
  HERE,
  MANAGER,
  PASSWORD,
  refusal,
} from './access.fixture.ts';

const DONOR = { role: 'donor', organisations: ['canada'], programs: [] } as const;
const NOBODY = '00000000-0000-4000-8000-000000000000';

eachEngine('accounts', (engine) => {
  let database: DatabaseHandle;
  let world: AccessWorld;
  beforeEach(async () => {
    database = await engine.open();
    world = new AccessWorld(database);
    await world.db
      .insert(organisations)
      .values({ code: 'canada', name: { en: 'Canada' }, kind: 'government' });
  });
  afterEach(() => database.close());

  it('are listed by name, with who is invited, disabled, and when they were last here', async () => {
    const ana = await world.member('ana@example.org');
    await world.invite('ben@example.org', DONOR);
    world.later(5);
    const { cookie } = await world.enter('ana@example.org');
    await world.signIn.signOut(await world.identify.visitor(undefined, cookie), HERE);
    const seen = world.now;
    world.later(60);
    await world.accounts.disable(COMMAND, ana);
    const listed = new Map((await world.accounts.list()).rows.map((each) => [each.email, each]));
    expect(listed.get('ana@example.org')).toMatchObject({
      id: ana,
      role: 'manager',
      invited: false,
      disabled: true,
      lastSeenAt: seen,
    });
    expect(listed.get('ben@example.org')).toMatchObject({
      role: 'donor',
      organisations: ['canada'],
      invited: true,
      disabled: false,
      secondFactor: false,
      lastSeenAt: null,
    });
    expect(await world.accounts.find(ana)).toMatchObject({ email: 'ana@example.org', lang: 'es' });
    for (const id of [NOBODY, 'x', '']) {
      expect(await refusal(world.accounts.find(id))).toMatchObject({
        code: 'ACCOUNT.UNKNOWN',
        kind: 'missing',
      });
    }
  });

  it('are refused twice for one address, and where name, address or mandate cannot be', async () => {
    await world.invite('Ana@example.org');
    expect(await refusal(world.invite('ana@EXAMPLE.org'))).toMatchObject({
      code: 'ACCOUNT.EXISTS',
      kind: 'refused',
    });
    for (const email of ['ana', 'a@b@c', 'a b@c.org', '<a@b.org>', `${'a'.repeat(250)}@b.org`]) {
      expect(await refusal(world.invite(email))).toMatchObject({ code: 'ACCOUNT.EMAIL', kind: 'call' });
    }
    expect(await refusal(world.invite('a@b.org\r\nBcc: x@y.org'))).toMatchObject({
      code: 'EMAIL.INVISIBLE',
      kind: 'call',
    });
    expect(
      await refusal(world.invite('x@example.org', { ...DONOR, organisations: ['atlantis'] })),
    ).toMatchObject({
      code: 'MANDATE.UNKNOWN',
    });
    expect(await refusal(world.invite('x@example.org', { ...DONOR, organisations: [] }))).toMatchObject({
      code: 'MANDATE.ORGANISATION',
    });
    expect((await world.accounts.list()).rows).toHaveLength(1);
  });

  it('sign out whoever may do something else from now on, and nobody for a new name', async () => {
    const id = await world.member('ana@example.org');
    const opened = await world.enter('ana@example.org');
    await world.accounts.change(COMMAND, id, { name: 'Ana Maria', mandate: MANAGER });
    expect(await world.visitor(opened)).toMatchObject({ kind: 'person', name: 'Ana Maria' });
    await world.accounts.change(COMMAND, id, { name: 'Ana Maria', mandate: DONOR });
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    const [change] = await world.recorded('change.made');
    expect(change).toMatchObject({
      actorKind: 'command',
      subject: `accounts ${id}`,
      details: {
        before: { role: 'manager', organisations: [] },
        after: { role: 'donor', organisations: ['canada'] },
      },
    });
  });

  it('keep the last administrator who can sign in, also of two who remove each other at once', async () => {
    const ana = await world.member('ana@example.org', ADMINISTRATOR);
    // Invited, and has never come.
    await world.invite('never@example.org', ADMINISTRATOR);
    const last = { code: 'ACCOUNT.LAST_ADMINISTRATOR', kind: 'refused' };
    expect(await refusal(world.accounts.disable(COMMAND, ana))).toMatchObject(last);
    expect(
      await refusal(world.accounts.change(COMMAND, ana, { name: 'Ana', mandate: MANAGER })),
    ).toMatchObject(last);
    const ben = await world.member('ben@example.org', ADMINISTRATOR);
    const outcomes = await Promise.allSettled([
      world.accounts.disable({ kind: 'person', id: ana }, ben),
      world.accounts.change({ kind: 'person', id: ben }, ana, { name: 'Ana', mandate: MANAGER }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const active = (await world.accounts.list()).rows.filter(
      ({ role, disabled, invited }) => role === 'administrator' && !disabled && !invited,
    );
    expect(active).toHaveLength(1);
    const [left] = active;
    expect(
      await refusal(world.accounts.disable({ kind: 'person', id: left?.id }, left?.id ?? '')),
    ).toMatchObject({ code: 'ACCOUNT.SELF' });
  });

  it('end their sessions, and get no link while disabled', async () => {
    const id = await world.member('ana@example.org');
    const opened = await world.enter('ana@example.org');
    await world.accounts.endSessions(COMMAND, id);
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    await world.accounts.disable(COMMAND, id);
    expect(await refusal(world.accounts.sendLink(COMMAND, id))).toMatchObject({ code: 'ACCOUNT.DISABLED' });
    for (const act of ['disable', 'enable', 'sendLink', 'endSessions', 'resetSecondFactor'] as const) {
      expect(await refusal(world.accounts[act](COMMAND, NOBODY))).toMatchObject({ code: 'ACCOUNT.UNKNOWN' });
    }
  });

  it('change their own name and language', async () => {
    await world.member('ana@example.org');
    const me = await world.person(await world.enter('ana@example.org'));
    await world.own.changeDetails(me, { name: ' Ana de Lima ', lang: 'pt' }, HERE);
    expect(await world.own.state(me)).toMatchObject({ name: 'Ana de Lima', lang: 'pt', hasPassword: true });
    expect(await refusal(world.own.changeDetails(me, { name: ' ', lang: 'pt' }, HERE))).toMatchObject({
      code: 'ACCOUNT.NAME',
    });
  });

  it('leave nothing behind of what is over', async () => {
    await world.member('ana@example.org');
    await world.invite('ben@example.org');
    await refusal(world.enter('nobody@example.org', 'x'));
    const rows = async () => [
      await world.db.$count(sessions),
      await world.db.$count(oneTimeCodes),
      await world.db.$count(limits),
    ];
    const [open = 0, codes = 0, counts = 0] = await rows();
    expect([open, codes, counts]).toEqual([1, 2, 2]);
    world.later(33 * 24 * 60 - 1);
    await world.enter('ana@example.org');
    // The invitation ran out thirty days ago less a minute.
    expect(await rows()).toEqual([1, 1, 1]);
    world.later(1);
    await world.enter('ana@example.org');
    expect(await rows()).toEqual([2, 1, 1]);
    world.later(61);
    await world.enter('ana@example.org');
    expect(await rows()).toEqual([1, 0, 1]);
  });

  it('come back from a backup with passwords and second factors, and nobody signed in', async () => {
    const { opened, secret } = await world.administrator('ana@example.org');
    const { link } = await world.invite('ben@example.org');
    expect(await world.visitor(opened)).toMatchObject({ kind: 'person' });
    const bytes = await takeBackup(world.db, world.now);
    await restoreBackup(world.db, await openArchive(bytes), { actor: COMMAND, at: world.now });
    expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
    expect(await refusal(world.codes.inspect(codeOf(link)))).toMatchObject({ code: 'ONE_TIME.UNKNOWN' });
    const halfWay = await world.halfWay(await world.enter('ana@example.org'));
    expect((await world.signIn.withSecondFactor(halfWay, world.totp(secret), HERE)).stage).toBe('full');
  });

  describe('from an OpenID provider', () => {
    const IDENTITY: OidcIdentity = {
      issuer: 'https://id.example.org',
      subject: 'u-17',
      email: 'Ana@example.org',
      emailVerified: true,
      name: 'Ana\r\nLima',
      mandate: MANAGER,
      multiFactor: false,
    };

    it('are made at first sight, and follow the provider from then on', async () => {
      const opened = await world.signIn.withOidc(IDENTITY, HERE);
      expect(await world.person(opened)).toMatchObject({ role: 'manager', name: 'Ana Lima' });
      await world.signIn.withOidc({ ...IDENTITY, mandate: DONOR, email: null }, HERE);
      expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
      expect((await world.accounts.list()).rows).toMatchObject([
        { email: 'Ana@example.org', role: 'donor', invited: false },
      ]);
      const [account] = (await world.accounts.list()).rows;
      expect(await refusal(world.accounts.sendLink(COMMAND, account?.id ?? ''))).toMatchObject({
        code: 'ACCOUNT.ELSEWHERE',
      });
      await world.codes.requestReset('ana@example.org', HERE);
      await world.background.settled();
      expect(world.mailer.sent).toEqual([]);
      await world.accounts.disable(COMMAND, account?.id ?? '');
      expect(await refusal(world.signIn.withOidc(IDENTITY, HERE))).toMatchObject({ code: 'SIGN_IN.REFUSED' });
    });

    it('take over an invitation to the same address, and no account with a password', async () => {
      const { id, link } = await world.invite('ana@example.org', DONOR);
      const opened = await world.signIn.withOidc(IDENTITY, HERE);
      expect(await world.person(opened)).toMatchObject({ account: id, role: 'manager' });
      expect(await refusal(world.codes.inspect(codeOf(link)))).toMatchObject({ code: 'ONE_TIME.UNKNOWN' });
      await world.member('ben@example.org');
      for (const identity of [
        { ...IDENTITY, subject: 'u-18', email: 'ben@example.org' },
        { ...IDENTITY, subject: 'u-19' },
      ]) {
        expect(await refusal(world.signIn.withOidc(identity, HERE))).toMatchObject({
          code: 'SIGN_IN.TAKEN',
          kind: 'forbidden',
        });
      }
      expect((await world.enter('ben@example.org')).stage).toBe('full');
    });

    it('are another’s where another provider calls somebody the same', async () => {
      const ana = await world.person(await world.signIn.withOidc(IDENTITY, HERE));
      const other = { ...IDENTITY, issuer: 'https://id.example.net', email: 'eve@example.net' };
      const eve = await world.person(await world.signIn.withOidc(other, HERE));
      expect(eve.account).not.toBe(ana.account);
      expect(eve.email).toBe('eve@example.net');
    });

    it('are refused without a role, or without an address that the provider vouches for', async () => {
      const refusals = await Promise.all(
        [
          { ...IDENTITY, mandate: null },
          { ...IDENTITY, emailVerified: false },
          { ...IDENTITY, email: null },
        ].map((identity) => refusal(world.signIn.withOidc(identity, HERE))),
      );
      expect(refusals.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
        'SIGN_IN.NO_ROLE forbidden',
        'SIGN_IN.EMAIL forbidden',
        'SIGN_IN.EMAIL forbidden',
      ]);
      expect((await world.accounts.list()).rows).toEqual([]);
      expect(await world.recorded('sign-in.refused')).toHaveLength(3);
    });

    it('give a second factor here as administrators, unless they gave it there', async () => {
      const administrator = { ...IDENTITY, mandate: ADMINISTRATOR };
      expect((await world.signIn.withOidc(administrator, HERE)).stage).toBe('enrolment');
      expect((await world.signIn.withOidc({ ...administrator, multiFactor: true }, HERE)).stage).toBe('full');
    });

    it('renew recovery codes by a code, having no password', async () => {
      const halfWay = await world.halfWay(
        await world.signIn.withOidc({ ...IDENTITY, mandate: ADMINISTRATOR }, HERE),
      );
      const { secret } = await world.ownFactor.beginEnrolment(halfWay);
      const { opened } = await world.ownFactor.confirmEnrolment(halfWay, { code: world.totp(secret) }, HERE);
      const me = await world.person(opened);
      expect(await world.own.state(me)).toMatchObject({ hasPassword: false });
      expect(
        await refusal(world.own.changePassword(me, { current: '', next: PASSWORD }, HERE)),
      ).toMatchObject({
        code: 'PASSWORD.NONE',
      });
      // The one that confirmed it is used up.
      expect(await refusal(world.ownFactor.renewRecoveryCodes(me, world.totp(secret), HERE))).toMatchObject({
        code: 'PASSWORD.WRONG',
      });
      world.later(1);
      expect(await world.ownFactor.renewRecoveryCodes(me, world.totp(secret), HERE)).toHaveLength(10);
    });
  });

  describe('at the command line', () => {
    const run = async (...argv: string[]) => {
      const { positionals, options } = parseArguments(adminCommand, argv);
      const context = {
        get: (token: unknown) => {
          if (token === RoleRights) return ROLE_RIGHTS;
          if (token !== Accounts) throw new Error('not asked for');
          return world.accounts;
        },
        file: () => {
          throw new Error('reads no file');
        },
      };
      return (await adminCommand.run(context as never, { positionals, options } as never)).lines;
    };

    it('are made with a link, and get a fresh one when asked for again', async () => {
      const [link = '', said, holds] = await run(
        'user',
        'eva@example.org',
        '--role',
        'donor',
        '--organisation',
        'canada',
      );
      expect(said).toBe(
        'eva@example.org has an account now, as a donor for canada, and chooses a password there. No e-mail was sent.',
      );
      expect(holds).toBe('The link works once, until 2026-03-05 08:00 UTC.');
      expect(world.mailer.sent).toEqual([]);
      const [again = '', known] = await run('user', 'Eva@example.org');
      expect(known).toBe(
        'eva@example.org has an account already, as a donor for canada: this is a fresh link for it, and older ones are good no more.',
      );
      expect(await refusal(world.codes.inspect(codeOf(link)))).toMatchObject({ code: 'ONE_TIME.UNKNOWN' });
      await world.codes.redeem(codeOf(again), PASSWORD, HERE);
      const [, , hour] = await run('user', 'eva@example.org', '--role', 'donor');
      expect(hour).toBe('The link works once, until 2026-03-02 09:00 UTC.');
      expect(await refusal(run('user', 'eva@example.org', '--role', 'administrator'))).toMatchObject({
        code: 'ACCOUNT.EXISTS',
        message: 'eva@example.org has an account already, as a donor for canada.',
      });
      expect(
        await refusal(run('user', 'eva@example.org', '--role', 'manager', '--organisation', '')),
      ).toMatchObject({ code: 'ACCOUNT.EXISTS', kind: 'refused' });
      expect((await world.accounts.list()).rows[0]).toMatchObject({ role: 'donor' });
      expect(await refusal(run('user', 'new@example.org'))).toMatchObject({ code: 'COMMAND.USAGE' });
      expect(
        await refusal(run('user', 'new@example.org', '--role', 'manager', '--lang', 'de')),
      ).toMatchObject({
        code: 'COMMAND.USAGE',
      });
    });

    it('get their second factor reset', async () => {
      const { opened } = await world.administrator('ana@example.org');
      expect(await run('reset-second-factor', 'ana@example.org')).toEqual([
        'The second factor of ana@example.org is gone, and every session of the account has ended.',
        'It is set up anew at the next sign-in.',
      ]);
      expect(await world.visitor(opened)).toEqual({ kind: 'stranger' });
      expect(await refusal(run('reset-second-factor', 'nobody@example.org'))).toMatchObject({
        code: 'ACCOUNT.UNKNOWN',
      });
    });
  });
});
