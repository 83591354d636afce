import { type DestinationStream, type Logger, pino } from 'pino';
import { readableLines } from './readable-lines.ts';

/**
 * The service's log: JSON lines on stderr, or one readable line each where a person watches. Standard output stays free
 * for what a command prints.
 */
export function createLogger(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    destination,
  );
}

function standardError(): DestinationStream {
  return process.stderr.isTTY ? readableLines(process.stderr) : pino.destination({ fd: 2, sync: true });
}

/**
 * Only what says what broke and where. A driver's error also carries the query's parameters or the sender's password,
 * and those stay out of the log.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) {
    return error;
  }
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...(code === undefined ? {} : { code }),
    stack: withoutParameters(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Drizzle writes the values of a failed statement, which may be anybody's, into the message. */
function withoutParameters(text: string): string {
  return text.replace(/\nparams: .*?(?=\n {4}at |$)/s, '');
}
