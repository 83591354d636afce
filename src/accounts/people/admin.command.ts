import { type Mandate, RoleRights } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES, type Language } from '../../core/text.ts';
import { type CommandContext, command } from '../../platform/cli/command.ts';
import { ApiTokens, DEFAULT_TOKEN_DAYS, MOST_TOKEN_DAYS } from '../tokens/api-tokens.use-case.ts';
import { type AccountSummary, Accounts, type OneTimeLink } from './accounts.use-case.ts';
import { isSameMandate, readCodes, readRole } from './mandate.ts';

/** Whoever may run commands is trusted as an administrator is; the audit says that it was the command line. */
const ACTOR = { kind: 'command', name: 'command line' } as const;

interface AdminOptions {
  readonly role?: string;
  readonly organisation?: string;
  readonly program?: string;
  readonly name?: string;
  readonly lang?: string;
  readonly days?: string;
  readonly writes?: boolean;
}

/** Accounts and tokens (interfaces.md, "Commands"). */
export const adminCommand = command({
  name: 'admin',
  usage: `user EMAIL --role R [--organisation CODES] [--program CODES] [--name NAME] [--lang ${LANGUAGES.join('|')}], or: token NAME --role R [--organisation CODES] [--program CODES] [--days N] [--writes], or: reset-second-factor EMAIL   (CODES: one, or several with commas)`,
  positionals: ['WHAT', 'NAME'],
  options: {
    role: { type: 'string' },
    organisation: { type: 'string' },
    program: { type: 'string' },
    name: { type: 'string' },
    lang: { type: 'string' },
    days: { type: 'string' },
    writes: { type: 'boolean' },
  },
  run: async (context, { positionals: [what = '', name = ''], options }) => {
    switch (what) {
      case 'user':
        return { lines: await makeUser(context, name, options) };
      case 'reset-second-factor':
        return { lines: await resetSecondFactor(context, name) };
      case 'token':
        return { lines: await makeToken(context, name, options) };
      default:
        throw usage(`"${what}" is neither user, token nor reset-second-factor.`);
    }
  },
});

/** A new account, or a fresh link for one that there is; sends no e-mail. */
async function makeUser(
  context: CommandContext,
  email: string,
  options: AdminOptions,
): Promise<readonly string[]> {
  const accounts = context.get(Accounts);
  const known = await accounts.findByEmail(email);
  if (known !== null) {
    checkAgrees(known, options);
    const made = await accounts.makeLink(ACTOR, known.id);
    return [
      linkLine(made),
      `${known.email} has an account already, as ${describeMandate(known)}: this is a fresh link for it, and older ones are good no more.`,
      linkHolds(made),
    ];
  }
  const mandate = mandateOf(options);
  const lang = languageOf(options.lang);
  const made = await accounts.invite(ACTOR, {
    email,
    name: options.name ?? (email.split('@')[0] || email),
    lang,
    mandate,
    mail: false,
  });
  return [
    linkLine(made),
    `${email} has an account now, as ${describeMandate(mandate)}, and chooses a password there. No e-mail was sent.`,
    linkHolds(made),
  ];
}

function linkLine({ link }: OneTimeLink): string {
  return link.startsWith('/') ? `ADDRESS${link}   (ADDRESS: where the service is reached)` : link;
}

function linkHolds({ expiresAt }: OneTimeLink): string {
  return `The link works once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
}

/** Nobody is made something else by asking for a link. */
function checkAgrees(known: AccountSummary, options: AdminOptions): void {
  const { role = known.role, organisation, program } = options;
  const mandate: Mandate = {
    role: readRole(role),
    organisations: organisation === undefined ? known.organisations : readCodes(organisation),
    programs: program === undefined ? known.programs : readCodes(program),
  };
  if (isSameMandate(mandate, known)) return;
  throw new DomainError(
    'ACCOUNT.EXISTS',
    `${known.email} has an account already, as ${describeMandate(known)}.`,
    {
      kind: 'refused',
      remedy:
        'Leave --role, --organisation and --program out for a fresh link, or change the account on /users.',
    },
  );
}

function languageOf(text = 'en'): Language {
  const found = LANGUAGES.find((language) => language === text);
  if (found !== undefined) return found;
  throw usage(`--lang takes ${LANGUAGES.join(', ')}, not "${text}".`);
}

/** For an administrator whom no other one can help. */
async function resetSecondFactor(context: CommandContext, email: string): Promise<readonly string[]> {
  const accounts = context.get(Accounts);
  const known = await accounts.findByEmail(email);
  if (known === null) {
    throw new DomainError('ACCOUNT.UNKNOWN', `There is no account of ${email}.`, { kind: 'missing' });
  }
  await accounts.resetSecondFactor(ACTOR, known.id);
  return [
    `The second factor of ${known.email} is gone, and every session of the account has ended.`,
    ...(context.get(RoleRights).secondFactorOf(known.role) === 'now'
      ? ['It is set up anew at the next sign-in.']
      : []),
  ];
}

async function makeToken(
  context: CommandContext,
  name: string,
  options: AdminOptions,
): Promise<readonly string[]> {
  const mandate = mandateOf(options);
  const { token, expiresAt } = await context
    .get(ApiTokens)
    .create(ACTOR, { name, mandate, days: daysOf(options.days), writes: options.writes ?? false });
  return [
    token,
    `It is shown this once. It is ${describeMandate(mandate)}, ${options.writes ? 'reads and writes' : 'reads'}, and ends on ${expiresAt.toISOString().slice(0, 10)}.`,
    'Programs send it in a header: Authorization: Bearer TOKEN',
  ];
}

function mandateOf({ role, organisation, program }: AdminOptions): Mandate {
  if (role === undefined) throw usage('--role is missing.');
  return {
    role: readRole(role),
    organisations: readCodes(organisation),
    programs: readCodes(program),
  };
}

function describeMandate({ role, organisations, programs }: Mandate): string {
  const codes = role === 'donor' ? organisations : programs;
  if (role === 'officer' && codes.length === 0) return 'an officer of no programme yet, and sees nothing';
  return `${role === 'officer' || role === 'administrator' ? 'an' : 'a'} ${role}${codes.length === 0 ? '' : ` for ${codes.join(', ')}`}`;
}

function daysOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TOKEN_DAYS;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw usage(`--days takes a whole number from 1 to ${MOST_TOKEN_DAYS}, not "${text}".`);
}

const usage = (message: string) => new DomainError('COMMAND.USAGE', message, { kind: 'call' });
