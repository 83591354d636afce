import type { DestinationStream } from 'pino';
import { oneLine } from '../../core/one-line.ts';

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
  return `${whole(words.join(' '))}\n${err === undefined ? '' : `${stackOf(err)}\n`}`;
}

/** What others put into an entry begins no line of its own, and gives the terminal no orders. */
function whole(line: string): string {
  return oneLine(line, Number.POSITIVE_INFINITY);
}

function stackOf(err: unknown): string {
  const { stack, message, cause } = err as { stack?: string; message?: string; cause?: unknown };
  const lines = (stack ?? message ?? String(err)).split('\n');
  const below = lines.map((line) => `  ${/^ */.exec(line)?.[0]}${whole(line)}`).join('\n');
  return cause === undefined ? below : `${below}\n  caused by\n${stackOf(cause)}`;
}
