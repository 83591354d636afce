import { resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { Secret } from './secret.ts';

export const ROLES = ['all', 'web', 'worker'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting of the service, checked; nothing else reads the environment. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** Always this machine's own (loopback) until sign-in exists. */
  readonly host: string;
  /** Without a slash at its end. Null: not set, then links lead to the address that the service listens on. */
  readonly publicUrl: string | null;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: Secret | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: e-mails become files in `dataDir`/outbox. */
  readonly smtpUrl: Secret | null;
  readonly mailFrom: string;
  /** IANA name; decides when a month ends and when reports are due. */
  readonly reportTimeZone: string;
  readonly role: (typeof ROLES)[number];
  readonly secret: Secret | null;
  /** Null: an installed browser, else the one of the npm package. */
  readonly browserPath: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Injects the configuration: `@Inject(CONFIG) private readonly config: Config`. */
export const CONFIG = Symbol('CONFIG');

const takes = (what: string) => ({ error: `takes ${what}` });

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), takes(example));

const isTimeZone = (name: string): boolean => {
  try {
    // An offset such as "+02:00" would pass for a zone, but knows no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};

const isLoopback = (host: string): boolean => /^(localhost|::1|127(\.\d{1,3}){3})$/.test(host);

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
    .refine(
      isLoopback,
      takes(
        'only an address of this machine itself (127.0.0.1, ::1, localhost): there is no sign-in yet, so whoever reached another address would see everything',
      ),
    )
    .default('127.0.0.1'),
  PUBLIC_URL: url(['http:', 'https:'], 'an address that starts with http:// or https://').optional(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'an address such as postgres://user:password@host:5432/name',
  ).optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'an address such as smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@,\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      takes('an e-mail address, or a name and <address>'),
    )
    .default('Attest <attest@localhost>'),
  REPORT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, takes('a time zone such as America/New_York'))
    .default('America/New_York'),
  ATTEST_ROLE: z.enum(ROLES, takes('all, web or worker')).default('all'),
  ATTEST_SECRET: z.string().min(32, takes('32 or more random characters')).optional(),
  PUPPETEER_EXECUTABLE_PATH: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, takes(`one of ${LOG_LEVELS.join(', ')}`)).default('info'),
});

type Setting = keyof z.infer<typeof schema>;
const SETTINGS = Object.keys(schema.shape) as Setting[];

/** Values that may hold a password are not repeated in messages. */
const SECRET_SETTINGS: readonly Setting[] = ['DATABASE_URL', 'SMTP_URL', 'ATTEST_SECRET'];

/**
 * The settings in `env`; one that is empty counts as not given.
 *
 * @throws DomainError CONFIG.INVALID that names every wrong setting and what it takes
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const given = Object.fromEntries(SETTINGS.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = schema.safeParse(given);
  const wrong = [
    ...Object.keys(env)
      .filter((name) => name.startsWith('ATTEST_') && !SETTINGS.some((known) => known === name))
      .map(
        (name) =>
          `${name} is not a setting (there are ${SETTINGS.filter((known) => known.startsWith('ATTEST_')).join(' and ')})`,
      ),
    ...(parsed.error?.issues ?? []).map((issue) => describe(issue.path[0] as Setting, issue.message, env)),
  ];
  if (parsed.success && parsed.data.ATTEST_ROLE !== 'all' && !parsed.data.DATABASE_URL) {
    wrong.push(
      `ATTEST_ROLE takes ${parsed.data.ATTEST_ROLE} only with DATABASE_URL: the embedded database has room for one process`,
    );
  }
  if (!parsed.success || wrong.length > 0) {
    throw new DomainError('CONFIG.INVALID', `${wrong.join('; ')}.`, {
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
    dataDir: resolve(cwd, settings.DATA_DIR),
    smtpUrl: settings.SMTP_URL ? new Secret(settings.SMTP_URL) : null,
    mailFrom: settings.MAIL_FROM,
    reportTimeZone: settings.REPORT_TIME_ZONE,
    role: settings.ATTEST_ROLE,
    secret: settings.ATTEST_SECRET ? new Secret(settings.ATTEST_SECRET) : null,
    browserPath: settings.PUPPETEER_EXECUTABLE_PATH ?? null,
    logLevel: settings.LOG_LEVEL,
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
