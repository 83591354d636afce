import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/**
 * What Nest says of its own start: at length which routes it maps, and what it also throws where it fails. That is for
 * those who look for a fault.
 */
const STARTUP = new Set([
  'ExceptionHandler',
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Lets Nest, and every `new Logger('Context')` of a feature, write to the service's one log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    if (!this.logger.isLevelEnabled(level)) return;
    const { fields, text } = read(message, rest);
    this.logger[STARTUP.has(String(fields.context)) ? 'debug' : level](fields, text);
  }
}

/** `logger.error('what', error)`, `logger.error(error)` and `logger.log('what', { key: value })` all read well. */
function read(message: unknown, rest: unknown[]): { fields: Record<string, unknown>; text: string } {
  // Nest puts the context behind everything else, and a stack that is text before it.
  const texts = rest.filter((value) => typeof value === 'string');
  const context = texts.at(-1);
  const stack = texts.at(-2);
  const err = [message, ...rest].find((value) => value instanceof Error);
  const details = rest.filter((value) => typeof value === 'object' && !(value instanceof Error));
  const fields = { context, err, stack };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    fields: Object.assign({}, ...details, Object.fromEntries(given)),
    text: message instanceof Error ? message.message : String(message),
  };
}
