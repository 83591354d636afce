import { resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { FILE_STORE_FORM, type FileStoreConfig, readFileStore } from './file-store.ts';
import { isLoopback } from './loopback.ts';
import {
  REHEARSAL_CLOCK_FORM,
  type RehearsalClock,
  readRehearsalClock,
  wrongRehearsal,
} from './rehearsal-clock.ts';
import { Secret } from './secret.ts';
import { wrongNames } from './setting-names.ts';

export const ROLES = ['all', 'web', 'worker'] as const;
const LINKS = ['open', 'sign-in'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting of the service, checked; nothing else reads the environment. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** Beyond this machine (loopback) only with a `publicUrl` that browsers trust with a session. */
  readonly host: string;
  /** Without a slash at its end. Null: not set, then links lead to the address that the service listens on. */
  readonly publicUrl: string | null;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: Secret | null;
  /** Streaming replicas of it, from which figures may be read. */
  readonly databaseReadUrls: readonly Secret[];
  /** Absolute. */
  readonly dataDir: string;
  /** Null: e-mails become files in `dataDir`/outbox. */
  readonly smtpUrl: Secret | null;
  readonly mailFrom: string;
  /** Where mail servers' reports of e-mails arrive, by IMAP; null: they come by the API, or not at all. */
  readonly bounceMailbox: Secret | null;
  /** So many e-mails are handed to the mail server in a minute, by all processes together; null: as many as there are. */
  readonly mailPerMinute: number | null;
  /** IANA name; decides when a month ends and when reports are due. */
  readonly reportTimeZone: string;
  /** The month, 1 to 12, with which the organisation's fiscal year begins. */
  readonly fiscalMonth: number;
  readonly role: (typeof ROLES)[number];
  readonly secret: Secret | null;
  /** Whether an empty database is given the reference portfolio; otherwise it stays empty. */
  readonly startsWithReference: boolean;
  /** Strangers see approved totals. */
  readonly isPublic: boolean;
  /** `open`: whoever has the link in an e-mail opens its PDF. `sign-in`: only its recipient, signed in. */
  readonly links: (typeof LINKS)[number];
  /** How many proxies in front tell the reader's address (`X-Forwarded-For`); 0: nobody is believed. */
  readonly trustedProxies: number;
  /** Sign-in by an OpenID provider; null: none. */
  readonly oidc: OidcConfig | null;
  /** Where the bytes of evidence are kept; null: in the database. */
  readonly evidenceStore: FileStoreConfig | null;
  /** No file of evidence is larger. */
  readonly evidenceBytes: number;
  /** Null: an installed browser, else the one of the npm package. */
  readonly browserPath: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null: the world's clock. */
  readonly rehearsalClock: RehearsalClock | null;
}

/** An OpenID provider, and what its people are here. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** The claim that says which groups a person is in. */
  readonly claim: string;
  /** The first that fits counts; whoever is in none gets no account. */
  readonly roles: readonly OidcRole[];
}

/** Whoever's claim holds `value` is this. */
export interface OidcRole {
  readonly value: string;
  readonly role: string;
  /** An officer's programmes, a donor's organisations. */
  readonly codes: readonly string[];
}

/** Injects the configuration: `@Inject(CONFIG) private readonly config: Config`. */
export const CONFIG = Symbol('CONFIG');

const takes = (what: string) => ({ error: `takes ${what}` });

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), takes(example));

const POSTGRES_FORM = 'postgres://user:password@host:5432/name';
const isPostgres = (text: string): boolean =>
  URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);

const isTimeZone = (name: string): boolean => {
  try {
    // An offset such as "+02:00" would pass for a zone, but knows no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};

/** Long, and not one character or a word over and over. */
const isRandomEnough = (secret: string): boolean => secret.length >= 32 && new Set(secret).size >= 6;

const OIDC_ROLE =
  '[^=,;]+=(administrator|manager|officer(:[^=,;+]+(\\+[^=,;+]+)*)?|donor:[^=,;+]+(\\+[^=,;+]+)*)';
const OIDC_ROLES = new RegExp(`^\\s*${OIDC_ROLE}(\\s*[,;]\\s*${OIDC_ROLE})*\\s*$`);
const OIDC_ROLES_FORM =
  'groups with their roles, as "attest-admins=administrator, canada=donor:canada, tourism=officer:TOUR+TOUR-AG"';

function readOidcRoles(text: string): readonly OidcRole[] {
  return text.split(/[,;]/).map((entry) => {
    const [value = '', right = ''] = entry.split('=').map((part) => part.trim());
    const [role = '', codes] = right.split(':', 2);
    return { value, role, codes: codes === undefined ? [] : codes.split('+').map((code) => code.trim()) };
  });
}

const IMAP_FORM = 'an address such as imaps://user:password@host/INBOX';
const SMTP_FORM = 'an address such as smtp://user:password@host:587';

const hasUserAndHost = ({ hostname, username }: URL): boolean => hostname !== '' && username !== '';

const port = 'a whole number from 0 to 65535 (0: any free port)';

const schema = z.strictObject({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, takes(port))
    .transform(Number)
    .refine((number) => number <= 65_535, takes(port))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, takes('an address to listen on, such as 127.0.0.1 or 0.0.0.0'))
    .default('127.0.0.1'),
  PUBLIC_URL: url(['http:', 'https:'], 'an address that starts with http:// or https://').optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, takes(`an address such as ${POSTGRES_FORM}`))
    .optional(),
  DATABASE_READ_URLS: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .refine(
      (addresses) => addresses.every(isPostgres),
      takes(`addresses such as ${POSTGRES_FORM}, with commas between them`),
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: url(['smtp:', 'smtps:'], SMTP_FORM)
    // "smtp:///" and "smtp:mail.example.org" are addresses too, of no machine.
    .refine((text) => !URL.canParse(text) || new URL(text).hostname !== '', takes(SMTP_FORM))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@,\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      takes('an e-mail address, or a name and <address>'),
    )
    .default('Attest <attest@localhost>'),
  BOUNCE_IMAP_URL: url(['imap:', 'imaps:'], IMAP_FORM)
    .refine((text) => !URL.canParse(text) || hasUserAndHost(new URL(text)), takes(IMAP_FORM))
    .optional(),
  MAIL_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, takes('how many e-mails the mail server takes in a minute, from 1 to 99999'))
    .transform(Number)
    .optional(),
  REPORT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, takes('a time zone such as America/New_York'))
    .default('America/New_York'),
  FISCAL_YEAR_MONTH: z
    .string()
    .regex(/^(0?[1-9]|1[0-2])$/, takes('the number of a month, from 1 to 12'))
    .transform(Number)
    .default(1),
  ATTEST_ROLE: z.enum(ROLES, takes('all, web or worker')).default('all'),
  ATTEST_SECRET: z
    .string()
    .refine(isRandomEnough, takes('32 or more random characters, such as `openssl rand -base64 32` makes'))
    .optional(),
  REFERENCE_PORTFOLIO: z.enum(['on', 'off'], takes('on or off')).default('on'),
  ATTEST_PUBLIC: z.enum(['on', 'off'], takes('on or off')).default('off'),
  ATTEST_LINKS: z.enum(LINKS, takes(LINKS.join(' or '))).default('open'),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, takes('how many proxies stand in front, 0 to 9'))
    .transform(Number)
    .default(0),
  OIDC_ISSUER: url(['https:', 'http:'], "the provider's address, as https://id.example.org").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLAIM: z.string().default('groups'),
  OIDC_ROLES: z.string().regex(OIDC_ROLES, takes(OIDC_ROLES_FORM)).transform(readOidcRoles).optional(),
  EVIDENCE_STORE: z
    .string()
    .refine((text) => readFileStore(text) !== null, takes(FILE_STORE_FORM))
    .optional(),
  EVIDENCE_STORE_KEY: z.string().optional(),
  EVIDENCE_STORE_SECRET: z.string().optional(),
  EVIDENCE_MAX_MB: z
    .string()
    .regex(/^([1-9]|[1-5]\d|60)$/, takes('a whole number of megabytes, from 1 to 60'))
    .transform(Number)
    .default(20),
  PUPPETEER_EXECUTABLE_PATH: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, takes(`one of ${LOG_LEVELS.join(', ')}`)).default('info'),
  REHEARSAL_CLOCK: z
    .string()
    .refine((text) => readRehearsalClock(text) !== null, takes(REHEARSAL_CLOCK_FORM))
    .optional(),
});

type Setting = keyof z.infer<typeof schema>;
const SETTINGS = Object.keys(schema.shape) as Setting[];

/** Values that may hold a password are not repeated in messages. */
const SECRET_SETTINGS: readonly Setting[] = [
  'DATABASE_URL',
  'DATABASE_READ_URLS',
  'SMTP_URL',
  'BOUNCE_IMAP_URL',
  'ATTEST_SECRET',
  'OIDC_CLIENT_SECRET',
  'EVIDENCE_STORE',
  'EVIDENCE_STORE_KEY',
  'EVIDENCE_STORE_SECRET',
];

/**
 * The settings in `env`; one that is empty counts as not given.
 *
 * @throws DomainError CONFIG.INVALID that names every wrong setting and what it takes
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const given = Object.fromEntries(SETTINGS.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = schema.safeParse(given);
  const wrong = [
    ...wrongNames(env, SETTINGS),
    ...(parsed.error?.issues ?? []).map((issue) => describe(issue.path[0] as Setting, issue.message, env)),
  ];
  if (parsed.success) {
    wrong.push(...wrongTogether(parsed.data));
    wrong.push(...wrongRehearsal(parsed.data, env.NODE_ENV === 'production', isLoopback));
  }
  if (!parsed.success || wrong.length > 0) {
    throw new DomainError('CONFIG.INVALID', wrong.join('; ').replace(/[^?]$/, '$&.'), {
      kind: 'call',
      remedy: 'Correct the environment and start again.',
    });
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: settings.DATABASE_URL ? new Secret(settings.DATABASE_URL) : null,
    databaseReadUrls: (settings.DATABASE_READ_URLS ?? []).map((address) => new Secret(address)),
    dataDir: resolve(cwd, settings.DATA_DIR),
    smtpUrl: settings.SMTP_URL ? new Secret(settings.SMTP_URL) : null,
    mailFrom: settings.MAIL_FROM,
    bounceMailbox: settings.BOUNCE_IMAP_URL ? new Secret(settings.BOUNCE_IMAP_URL) : null,
    mailPerMinute: settings.MAIL_PER_MINUTE ?? null,
    reportTimeZone: settings.REPORT_TIME_ZONE,
    fiscalMonth: settings.FISCAL_YEAR_MONTH,
    role: settings.ATTEST_ROLE,
    secret: settings.ATTEST_SECRET ? new Secret(settings.ATTEST_SECRET) : null,
    startsWithReference: settings.REFERENCE_PORTFOLIO === 'on',
    isPublic: settings.ATTEST_PUBLIC === 'on',
    links: settings.ATTEST_LINKS,
    trustedProxies: settings.TRUST_PROXY,
    oidc: oidcOf(settings),
    evidenceStore: fileStoreOf(settings),
    evidenceBytes: settings.EVIDENCE_MAX_MB * 1024 * 1024,
    browserPath: settings.PUPPETEER_EXECUTABLE_PATH ?? null,
    logLevel: settings.LOG_LEVEL,
    rehearsalClock:
      settings.REHEARSAL_CLOCK === undefined ? null : readRehearsalClock(settings.REHEARSAL_CLOCK),
  };
}

/** What is right by itself, and wrong beside another setting. */
function wrongTogether(settings: z.infer<typeof schema>): readonly string[] {
  const { ATTEST_ROLE, DATABASE_URL, HOST, PUBLIC_URL, ATTEST_LINKS } = settings;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES } = settings;
  const oidc = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES };
  const given = Object.values(oidc).filter((value) => value !== undefined).length;
  const missing = Object.entries(oidc).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return [
    ...(ATTEST_ROLE !== 'all' && DATABASE_URL === undefined
      ? [
          `ATTEST_ROLE takes ${ATTEST_ROLE} only with DATABASE_URL: the embedded database has room for one process`,
        ]
      : []),
    ...(settings.DATABASE_READ_URLS !== undefined && DATABASE_URL === undefined
      ? ['DATABASE_READ_URLS needs DATABASE_URL: the embedded database has no replicas']
      : []),
    ...(isLoopback(HOST) || isTrustworthy(PUBLIC_URL)
      ? []
      : [
          `HOST takes ${HOST} only with a PUBLIC_URL that starts with https:// (or is this machine's own), for browsers keep a sign-in for no other address`,
        ]),
    ...(ATTEST_LINKS === 'sign-in' && PUBLIC_URL === undefined
      ? ['ATTEST_LINKS takes sign-in only with PUBLIC_URL: the e-mails would have no link']
      : []),
    ...(given > 0 && missing.length > 0
      ? [
          `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing beside the other OIDC settings`,
        ]
      : []),
    ...(given > 0 && PUBLIC_URL === undefined
      ? ['OIDC_ISSUER needs PUBLIC_URL: the provider sends people back there']
      : []),
    ...wrongStore(settings),
    ...(OIDC_ISSUER !== undefined && !isTrustworthy(OIDC_ISSUER)
      ? ['OIDC_ISSUER takes http:// only for an address of this machine itself']
      : []),
  ];
}

function wrongStore(settings: z.infer<typeof schema>): readonly string[] {
  const { EVIDENCE_STORE, EVIDENCE_STORE_KEY, EVIDENCE_STORE_SECRET } = settings;
  const given = Object.entries({ EVIDENCE_STORE, EVIDENCE_STORE_KEY, EVIDENCE_STORE_SECRET });
  const missing = given.flatMap(([name, value]) => (value === undefined ? [name] : []));
  const store = EVIDENCE_STORE === undefined ? null : readFileStore(EVIDENCE_STORE);
  return [
    ...(missing.length > 0 && missing.length < given.length
      ? [
          `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing beside the other EVIDENCE_STORE settings`,
        ]
      : []),
    ...(store === null || isTrustworthy(store.endpoint)
      ? []
      : ['EVIDENCE_STORE takes an http:// endpoint only of this machine itself']),
  ];
}

function fileStoreOf(settings: z.infer<typeof schema>): FileStoreConfig | null {
  const { EVIDENCE_STORE, EVIDENCE_STORE_KEY, EVIDENCE_STORE_SECRET } = settings;
  const store = EVIDENCE_STORE === undefined ? null : readFileStore(EVIDENCE_STORE);
  if (store === null || !EVIDENCE_STORE_KEY || !EVIDENCE_STORE_SECRET) return null;
  return { ...store, keyId: new Secret(EVIDENCE_STORE_KEY), secret: new Secret(EVIDENCE_STORE_SECRET) };
}

function isTrustworthy(address: string | undefined): boolean {
  if (address === undefined) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function oidcOf(settings: z.infer<typeof schema>): OidcConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, OIDC_ROLES } = settings;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLES) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: new Secret(OIDC_CLIENT_SECRET),
    claim: OIDC_CLAIM,
    roles: OIDC_ROLES,
  };
}

/** The settings that this process was started with. @throws DomainError CONFIG.INVALID */
export function loadConfig(): Config {
  return readConfig(process.env, process.cwd());
}

/** Where the person who called stands: npm itself moves to the folder of package.json. */
export function callerFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

function describe(name: Setting, what: string, env: Readonly<Record<string, string | undefined>>): string {
  return SECRET_SETTINGS.includes(name) ? `${name} ${what}` : `${name} ${what}, not "${env[name]}"`;
}
