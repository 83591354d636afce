import type { DestinationStream } from 'pino';

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** Turns each JSON line of the log into `12:31:05 warn  [Mailer] message key=value`, with an error's stack below it. */
export function readableLines(out: { write(text: string): unknown }): DestinationStream {
  return { write: (line) => out.write(readable(JSON.parse(line))) };
}

function readable(entry: Record<string, unknown>): string {
  const { level, time, msg, context, err, ...rest } = entry;
  const details = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const words = [
    String(time).slice(11, 19),
    (LEVELS[Number(level)] ?? String(level)).padEnd(5),
    ...(context === undefined ? [] : [`[${context}]`]),
    ...(msg === undefined ? [] : [String(msg)]),
    ...details,
  ];
  return `${words.join(' ')}\n${err === undefined ? '' : `${stackOf(err)}\n`}`;
}

function stackOf(err: unknown): string {
  const { stack, message, cause } = err as { stack?: string; message?: string; cause?: unknown };
  return `  ${(stack ?? message ?? String(err)).replaceAll('\n', '\n  ')}${cause === undefined ? '' : `\n  caused by\n${stackOf(cause)}`}`;
}
