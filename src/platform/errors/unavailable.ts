import { DomainError } from '../../core/errors.ts';

/** The database is usually back within moments: restarted, or behind a network that stumbled. */
const RETRY_AFTER_S = 5;
/** Somebody must make room first. */
const RETRY_AFTER_FULL_S = 60;

/** SQLSTATEs of a server that goes down or comes up, or lost us; postgres.js's own; pg's has no code. */
const LOST = /^(08...|57P0[1-5]|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT)$/;
const LOST_WITHOUT_CODE = /^Connection terminated/;
/** Of the system, when a connection is made or breaks. */
const SOCKET = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Out of memory, of connections, of a configured limit. */
const EXHAUSTED = /^53[234]00$/;
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/**
 * What a failure means to whoever asked, where it is known: a DomainError itself, also one that the database layer
 * wrapped, or one for a database that is away, exhausted or out of room, on either engine. Null: nobody foresaw it.
 */
export function knownFailure(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (typeof error !== 'object' || error === null) return null;
  const { code = '', query, message = '', cause } = error as Thrown;
  if (FULL.test(String(code))) return diskFull(error);
  if (EXHAUSTED.test(String(code))) return exhausted(error);
  if (LOST.test(String(code)) || LOST_WITHOUT_CODE.test(message) || isOfDatabase(error, String(code))) {
    return unreachable(error);
  }
  // Only drizzle's own wrapping, which names the query: what others wrap, they have explained.
  return query === undefined ? null : knownFailure(cause);
}

/** What a driver or the system says; `query` is drizzle's. */
interface Thrown {
  readonly code?: unknown;
  readonly message?: string;
  readonly query?: unknown;
  readonly cause?: unknown;
}

/** The only connections that are made without somebody explaining their errors are the database's. */
function isOfDatabase(error: object, code: string): boolean {
  const { syscall, errors } = error as { syscall?: unknown; errors?: unknown };
  return SOCKET.test(code) && (syscall !== undefined || Array.isArray(errors));
}

export function diskFull(cause: unknown): DomainError {
  return new DomainError('DATABASE.DISK_FULL', 'The disk is full, so nothing was stored.', {
    kind: 'broken',
    remedy: 'Free some space, and try again.',
    retryAfterS: RETRY_AFTER_FULL_S,
    cause,
  });
}

function exhausted(cause: unknown): DomainError {
  return new DomainError(
    'DATABASE.EXHAUSTED',
    'The database has no memory or no connection left for this, so nothing was stored.',
    { kind: 'broken', remedy: 'Try again in a moment.', retryAfterS: RETRY_AFTER_S, cause },
  );
}

export function unreachable(cause: unknown): DomainError {
  return new DomainError('DATABASE.UNREACHABLE', 'The database does not answer at the moment.', {
    kind: 'broken',
    remedy: 'Try again in a moment; what was not confirmed may not be stored.',
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}
