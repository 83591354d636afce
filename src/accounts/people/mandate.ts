import { type Mandate, ROLES, type Role } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';

/**
 * A mandate without blanks and repetitions.
 *
 * @throws DomainError `MANDATE.ROLE`, `MANDATE.ORGANISATION`, `MANDATE.PROGRAM` (call) where role and codes do not go
 *   together
 * @example checkedMandate({ role: 'donor', organisations: ['canada', 'canada'], programs: [] }).organisations // ['canada']
 */
export function checkedMandate({ role, organisations, programs }: Mandate): Mandate {
  const checked = { role, organisations: distinct(organisations), programs: distinct(programs) };
  if (!ROLES.includes(role)) {
    throw call('MANDATE.ROLE', `There is no role "${role}".`, `Choose one of ${ROLES.join(', ')}.`);
  }
  if (role === 'donor' && checked.organisations.length === 0) {
    throw call(
      'MANDATE.ORGANISATION',
      'A donor needs an organisation.',
      'Name the organisation by its code.',
    );
  }
  if (role !== 'donor' && checked.organisations.length > 0) {
    throw call('MANDATE.ORGANISATION', `The role ${role} takes no organisation.`, 'Only a donor has one.');
  }
  if (role !== 'officer' && checked.programs.length > 0) {
    throw call('MANDATE.PROGRAM', `The role ${role} takes no programme.`, 'Only an officer has programmes.');
  }
  return checked;
}

/** Whether two mandates let their holders do the same. */
export function isSameMandate(a: Mandate, b: Mandate): boolean {
  const key = ({ role, organisations, programs }: Mandate) =>
    JSON.stringify([role, distinct(organisations), distinct(programs)]);
  return key(a) === key(b);
}

/** @throws DomainError `MANDATE.ROLE` (call) */
export function readRole(text: string): Role {
  const found = ROLES.find((role) => role === text);
  if (found !== undefined) return found;
  throw call('MANDATE.ROLE', `There is no role "${text}".`, `Choose one of ${ROLES.join(', ')}.`);
}

/** Codes as people write them at the command line: `canada, italy`. */
export function readCodes(text: string | undefined): readonly string[] {
  return distinct((text ?? '').split(','));
}

/**
 * The database holds every code of a mandate to be known (drizzle/0004_readers.sql).
 *
 * @throws DomainError `MANDATE.UNKNOWN` (call) in place of its refusal
 */
export async function refusingUnknownCodes<T>(store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (error) {
    const cause = causeOf(error);
    if (cause.code !== '23503' || !/^there is no (organisation|programme) /.test(cause.message)) throw error;
    throw new DomainError('MANDATE.UNKNOWN', `T${cause.message.slice(1)}.`, {
      kind: 'call',
      remedy: 'Codes are as in the import files.',
      cause: error,
    });
  }
}

/** Drizzle wraps what the database said of a statement, not what it said of the end of the transaction. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = inner as { code?: unknown; message?: unknown };
  return { code: String(code), message: String(message) };
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))].sort();
}

function call(code: string, message: string, remedy: string): DomainError {
  return new DomainError(code, message, { kind: 'call', remedy });
}
