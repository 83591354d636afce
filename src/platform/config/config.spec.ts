import { inspect } from 'node:util';
import { DomainError } from '../../core/errors.ts';
import { clockOf } from '../clock/clock.ts';
import { readConfig } from './config.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env, '/srv');
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFIG.INVALID', options: { kind: 'call' } });
    return (error as DomainError).message;
  }
  throw new Error('It was accepted');
};

const SECRET = 'Zq8vN3xT0bLr5WmKc7YdPf2HsJg9AeUi';

describe('readConfig', () => {
  it('has a default for every setting', () => {
    expect(readConfig({ PATH: '/bin' }, '/srv')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: null,
      databaseReadUrls: [],
      fiscalMonth: 1,
      dataDir: '/srv/data',
      smtpUrl: null,
      mailFrom: 'Attest <attest@localhost>',
      bounceMailbox: null,
      mailPerMinute: null,
      reportTimeZone: 'America/New_York',
      role: 'all',
      secret: null,
      startsWithReference: true,
      isPublic: false,
      links: 'open',
      trustedProxies: 0,
      oidc: null,
      evidenceStore: null,
      evidenceBytes: 20 * 1024 * 1024,
      browserPath: null,
      logLevel: 'info',
      rehearsalClock: null,
    });
  });

  it('reads what is given', () => {
    const config = readConfig(
      {
        PORT: '0',
        HOST: '::1',
        PUBLIC_URL: 'https://attest.example.org/',
        DATABASE_URL: 'postgres://me:hush@db:5432/attest',
        DATABASE_READ_URLS: 'postgres://me:hush@one/attest, postgres://me:hush@two/attest',
        DATA_DIR: '/var/lib/attest',
        SMTP_URL: 'smtps://me:hush@mail:465',
        MAIL_FROM: 'reports@example.org',
        BOUNCE_IMAP_URL: 'imaps://me:hush@mail/Reports',
        MAIL_PER_MINUTE: '30',
        REPORT_TIME_ZONE: 'Europe/Lisbon',
        ATTEST_ROLE: 'worker',
        ATTEST_SECRET: SECRET,
        REFERENCE_PORTFOLIO: 'off',
        ATTEST_PUBLIC: 'on',
        ATTEST_LINKS: 'sign-in',
        TRUST_PROXY: '1',
        OIDC_ISSUER: 'https://id.example.org',
        OIDC_CLIENT_ID: 'attest',
        OIDC_CLIENT_SECRET: 'hush',
        OIDC_ROLES: 'admins=administrator, Canada=donor:canada+quebec; staff=officer',
        PUPPETEER_EXECUTABLE_PATH: '/usr/bin/chromium',
        LOG_LEVEL: 'debug',
      },
      '/srv',
    );
    expect(config).toMatchObject({
      port: 0,
      host: '::1',
      publicUrl: 'https://attest.example.org',
      dataDir: '/var/lib/attest',
      mailFrom: 'reports@example.org',
      mailPerMinute: 30,
      reportTimeZone: 'Europe/Lisbon',
      role: 'worker',
      startsWithReference: false,
      isPublic: true,
      links: 'sign-in',
      trustedProxies: 1,
      browserPath: '/usr/bin/chromium',
      logLevel: 'debug',
    });
    expect(config.databaseUrl?.reveal()).toBe('postgres://me:hush@db:5432/attest');
    expect(config.databaseReadUrls.map((url) => url.reveal())).toEqual([
      'postgres://me:hush@one/attest',
      'postgres://me:hush@two/attest',
    ]);
    expect(config.smtpUrl?.reveal()).toBe('smtps://me:hush@mail:465');
    expect(config.bounceMailbox?.reveal()).toBe('imaps://me:hush@mail/Reports');
    expect(config.secret?.reveal()).toBe(SECRET);
    expect(config.oidc).toMatchObject({
      issuer: 'https://id.example.org',
      clientId: 'attest',
      claim: 'groups',
      roles: [
        { value: 'admins', role: 'administrator', codes: [] },
        { value: 'Canada', role: 'donor', codes: ['canada', 'quebec'] },
        { value: 'staff', role: 'officer', codes: [] },
      ],
    });
    expect(config.oidc?.clientSecret.reveal()).toBe('hush');
  });

  it('takes an empty setting for one that is not given', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '', ATTEST_SECRET: '' }, '/srv')).toEqual(
      readConfig({}, '/srv'),
    );
  });

  it('names every wrong setting and what it takes', () => {
    const message = refusal({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      REPORT_TIME_ZONE: 'Mars/Olympus',
      ATTEST_ROLE: 'boss',
    });
    expect(message).toContain('PORT takes a whole number from 0 to 65535');
    expect(message).toContain('not "70000"');
    expect(message).toContain(
      'LOG_LEVEL takes one of trace, debug, info, warn, error, fatal, silent, not "loud"',
    );
    expect(message).toContain(
      'REPORT_TIME_ZONE takes a time zone such as America/New_York, not "Mars/Olympus"',
    );
    expect(message).toContain('ATTEST_ROLE takes all, web or worker, not "boss"');
  });

  it.each(['-1', '3000.5', '0x50', ' 80', '1e3', '65536'])('refuses the port "%s"', (port) => {
    expect(refusal({ PORT: port })).toContain('PORT takes');
  });

  it.each(['0', '-5', '1.5', '1e3', '010', 'ten', '100000', ' 10'])(
    'refuses "%s" e-mails a minute',
    (given) => {
      expect(refusal({ MAIL_PER_MINUTE: given })).toContain(
        `MAIL_PER_MINUTE takes how many e-mails the mail server takes in a minute, from 1 to 99999, not "${given}"`,
      );
    },
  );

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('listens on %s', (host) => {
    expect(readConfig({ HOST: host }, '/srv').host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'attest.example.org', '127.0.0.1.example.org', '1270.0.0.1'])(
    'listens on %s only where browsers keep a sign-in',
    (host) => {
      expect(refusal({ HOST: host })).toContain(`HOST takes ${host} only with a PUBLIC_URL`);
      expect(refusal({ HOST: host, PUBLIC_URL: 'http://attest.example.org' })).toContain('HOST takes');
      for (const publicUrl of ['https://attest.example.org', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
        expect(readConfig({ HOST: host, PUBLIC_URL: publicUrl }, '/srv').host).toBe(host);
      }
    },
  );

  it.each(['+02:00', 'EST5EDT6', 'New York'])('refuses the time zone "%s"', (zone) => {
    expect(refusal({ REPORT_TIME_ZONE: zone })).toContain('REPORT_TIME_ZONE');
  });

  it('knows no other name that begins with ATTEST_', () => {
    expect(refusal({ ATTEST_THEME: 'x' })).toBe(
      'ATTEST_THEME is not a setting (there are ATTEST_ROLE, ATTEST_SECRET, ATTEST_PUBLIC, ATTEST_LINKS).',
    );
  });

  it('names the setting that a name is a letter off', () => {
    expect(refusal({ SMTP_URI: 'smtp://me:hush@mail' })).toBe(
      'SMTP_URI is not a setting: did you mean SMTP_URL?',
    );
  });

  it.each([
    'smtp://',
    'smtp:///x',
    'smtp://:587',
    'smtp:mail.example.org',
    'smtps://me:hush@',
    'smtp://me@:25',
  ])('refuses the mail server "%s", which names no machine', (address) => {
    expect(refusal({ SMTP_URL: address })).toBe(
      'SMTP_URL takes an address such as smtp://user:password@host:587.',
    );
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES are missing'],
    [
      { OIDC_ISSUER: 'http://id.example.org' },
      'OIDC_ISSUER takes http:// only for an address of this machine',
    ],
    [{ OIDC_CLIENT_ID: 'attest' }, 'OIDC_ISSUER needs PUBLIC_URL'],
    [
      { EVIDENCE_STORE: 's3://evidence?endpoint=https://s3.example.org' },
      'EVIDENCE_STORE_KEY, EVIDENCE_STORE_SECRET are missing beside the other EVIDENCE_STORE settings',
    ],
    [
      { EVIDENCE_STORE: 's3://evidence?endpoint=ftp://s3.example.org' },
      'EVIDENCE_STORE takes an address such as',
    ],
    [{ EVIDENCE_STORE: 'https://s3.example.org/evidence' }, 'EVIDENCE_STORE takes an address such as'],
    [
      {
        EVIDENCE_STORE: 's3://evidence?endpoint=http://s3.example.org',
        EVIDENCE_STORE_KEY: 'k',
        EVIDENCE_STORE_SECRET: 's',
      },
      'EVIDENCE_STORE takes an http:// endpoint only of this machine itself',
    ],
    [{ EVIDENCE_MAX_MB: '61' }, 'EVIDENCE_MAX_MB takes a whole number of megabytes, from 1 to 60'],
    [{ OIDC_ROLES: 'canada=donor' }, 'OIDC_ROLES takes groups with their roles'],
    [{ OIDC_ROLES: 'staff=emperor' }, 'OIDC_ROLES takes groups with their roles'],
    [{ ATTEST_LINKS: 'sign-in' }, 'ATTEST_LINKS takes sign-in only with PUBLIC_URL'],
    [{ ATTEST_PUBLIC: 'yes' }, 'ATTEST_PUBLIC takes on or off'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY takes how many proxies'],
  ])('refuses %j', (env, words) => {
    expect(refusal(env)).toContain(words);
  });

  describe('the clock of a rehearsal', () => {
    const REHEARSAL_CLOCK = '2017-07-01T12:00:00Z,60,2026-11-29T10:00:00Z';

    it('says what it was told to, and goes on from there as fast', () => {
      const { rehearsalClock } = readConfig({ REHEARSAL_CLOCK, SMTP_URL: 'smtp://127.0.0.1:2525' }, '/srv');
      const clock = clockOf(rehearsalClock, { now: () => new Date('2026-11-29T10:01:30Z') });
      expect(clock.now()).toEqual(new Date('2017-07-01T13:30:00Z'));
    });

    it.each([
      { NODE_ENV: 'production' },
      { PUBLIC_URL: 'http://127.0.0.1:3000' },
      { SMTP_URL: 'smtp://mail.example.org' },
      { HOST: '0.0.0.0', PUBLIC_URL: 'https://attest.example.org' },
    ])('is refused with %j', (env) => {
      expect(refusal({ REHEARSAL_CLOCK, ...env })).toContain(
        'REHEARSAL_CLOCK is for rehearsals on one machine',
      );
    });

    it.each([
      '2017-07-01T12:00:00Z',
      '2017-07-01,60,2026-11-29',
      '2017-07-01T12:00:00Z,0,2026-11-29T10:00:00Z',
    ])('takes no %j', (given) => {
      expect(refusal({ REHEARSAL_CLOCK: given })).toContain('REHEARSAL_CLOCK takes what it says');
    });
  });

  it('has room for one process in the embedded database', () => {
    expect(refusal({ ATTEST_ROLE: 'web' })).toContain('ATTEST_ROLE takes web only with DATABASE_URL');
  });

  it('has replicas of a Postgres alone', () => {
    expect(refusal({ DATABASE_READ_URLS: 'postgres://db/attest' })).toContain(
      'DATABASE_READ_URLS needs DATABASE_URL',
    );
  });

  it.each([
    ['DATABASE_URL', 'mysql://me:hush@db/x'],
    ['DATABASE_READ_URLS', 'postgres://me:hush@db/x, db2'],
    ['SMTP_URL', 'http://me:hush@mail'],
    ['BOUNCE_IMAP_URL', 'pop3://me:hush@mail'],
    ['BOUNCE_IMAP_URL', 'imaps://:hush@mail'],
    ['BOUNCE_IMAP_URL', 'imaps:///hush'],
    ['ATTEST_SECRET', 'hush'],
    ['ATTEST_SECRET', 'hush'.repeat(10)],
  ])('does not repeat what %s holds', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(`${name} takes`);
    expect(message).not.toContain('hush');
  });

  it.each(['Attest', 'a@b <c@d>', 'x\r\nBcc: all@example.org', 'A <a@b>, B <c@d>'])(
    'does not send mail from "%s"',
    (from) => {
      expect(refusal({ MAIL_FROM: from })).toContain('MAIL_FROM takes');
    },
  );
});

describe('Secret', () => {
  it('shows itself in no text', () => {
    const config = readConfig({ SMTP_URL: 'smtp://me:hush@mail' }, '/srv');
    expect(`${config.smtpUrl} ${JSON.stringify(config)} ${inspect(config, { depth: 9 })}`).not.toContain(
      'hush',
    );
  });
});
