import { DomainError } from '../core/errors.ts';
import { type CommandContext, command } from '../platform/cli/command.ts';
import { ApiTokens, DEFAULT_TOKEN_DAYS, MOST_TOKEN_DAYS } from './api-tokens.use-case.ts';
import { readCodes, readRole } from './mandate.ts';
import type { Mandate } from './role.ts';

/** Whoever may run commands is trusted as an administrator is; the audit says that it was the command line. */
const ACTOR = { kind: 'command', name: 'command line' } as const;

interface AdminOptions {
  readonly role?: string;
  readonly organisation?: string;
  readonly program?: string;
  readonly days?: string;
}

/** Accounts and tokens (interfaces.md, "Commands"). */
export const adminCommand = command({
  name: 'admin',
  usage:
    'user EMAIL --role R [--organisation CODES] [--program CODES] [--name NAME] [--lang en|es|pt|fr], or: token NAME --role R [--organisation CODES] [--program CODES] [--days N]   (CODES: one, or several with commas)',
  positionals: ['WHAT', 'NAME'],
  options: {
    role: { type: 'string' },
    organisation: { type: 'string' },
    program: { type: 'string' },
    name: { type: 'string' },
    lang: { type: 'string' },
    days: { type: 'string' },
  },
  run: async (context, { positionals: [what = '', name = ''], options }) => {
    switch (what) {
      case 'token':
        return { lines: await makeToken(context, name, options) };
      default:
        throw usage(`"${what}" is neither user nor token.`);
    }
  },
});

async function makeToken(
  context: CommandContext,
  name: string,
  options: AdminOptions,
): Promise<readonly string[]> {
  const mandate = mandateOf(options);
  const { token, expiresAt } = await context
    .get(ApiTokens)
    .create(ACTOR, { name, mandate, days: daysOf(options.days) });
  return [
    token,
    `It is shown this once. It is ${describeMandate(mandate)}, and ends on ${expiresAt.toISOString().slice(0, 10)}.`,
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
