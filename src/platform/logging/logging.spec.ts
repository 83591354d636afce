import { Logger } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import { createLogger } from './logger.ts';
import { NestLogger } from './nest-logger.adapter.ts';
import { readableLines } from './readable-lines.ts';

const lines: string[] = [];
const memory = { write: (line: string) => lines.push(line) };
const entries = () => lines.map((line) => JSON.parse(line));

beforeEach(() => {
  lines.length = 0;
});

describe('a feature’s logger', () => {
  beforeEach(() => Logger.overrideLogger(new NestLogger(createLogger('debug', memory))));
  const logger = new Logger('Mailer');

  it('says what, where and with what', () => {
    logger.log('sent', { to: 'ana@example.org', pages: 4 });
    expect(entries()).toEqual([
      {
        level: 30,
        time: expect.any(String),
        context: 'Mailer',
        msg: 'sent',
        to: 'ana@example.org',
        pages: 4,
      },
    ]);
  });

  it('tells an error with its cause, and not what a driver hangs on it', () => {
    const cause = Object.assign(new Error('connection reset'), { code: 'ECONNRESET', parameters: ['hush'] });
    logger.error(
      'The job failed',
      new DomainError('MAIL.FAILED', 'It did not go.', { kind: 'broken', cause }),
      { job: 7 },
    );
    expect(entries()).toEqual([
      {
        level: 50,
        time: expect.any(String),
        context: 'Mailer',
        msg: 'The job failed',
        job: 7,
        err: {
          type: 'DomainError',
          code: 'MAIL.FAILED',
          message: 'It did not go.',
          stack: expect.stringContaining('logging.spec'),
          cause: {
            type: 'Error',
            code: 'ECONNRESET',
            message: 'connection reset',
            stack: expect.any(String),
          },
        },
      },
    ]);
    expect(lines.join('')).not.toContain('hush');
  });

  it('does not tell the values of a statement that failed', () => {
    logger.error('Not stored', new Error('Failed query: insert into users\nparams: ana@example.org,\nhush'));
    expect(entries()).toMatchObject([{ err: { message: 'Failed query: insert into users' } }]);
    expect(entries()[0].err.stack).toContain('at ');
    expect(lines.join('')).not.toMatch(/ana@|hush/);
  });

  it('takes an error alone', () => {
    logger.warn(new Error('odd'));
    expect(entries()).toMatchObject([{ level: 40, context: 'Mailer', msg: 'odd', err: { message: 'odd' } }]);
  });
});

it('keeps what Nest says of its start for those who look for a fault', () => {
  const nest = new NestLogger(createLogger('info', memory));
  nest.log('Mapped {/, GET} route', 'RouterExplorer');
  nest.error(new Error('listen EADDRINUSE'), 'NestApplication');
  nest.log('Started', 'Delivery');
  expect(entries()).toMatchObject([{ msg: 'Started', context: 'Delivery' }]);
});

it('is one readable line an entry where a person watches, and the stack of an error below it', () => {
  const read: string[] = [];
  const logger = createLogger('info', readableLines({ write: (text) => read.push(text) }));
  logger.info({ context: 'Mailer', to: 'ana@example.org', tries: 2 }, 'sent');
  logger.error(
    { err: Object.assign(new Error('lost'), { stack: 'Error: lost\n    at send' }) },
    'The job failed',
  );
  expect(read).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d info {2}\[Mailer\] sent to=ana@example\.org tries=2\n$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d error The job failed\n {2}Error: lost\n {6}at send\n$/),
  ]);
});

describe('what others put into the log', () => {
  // A line break, and what a terminal takes for orders: to clear the screen, to write elsewhere.
  const forged = 'Ana\r\n12:00:00 info  [Access] signed in as administrator\u001b[2J\u2028\u0085';

  it('begins no line of its own in JSON', () => {
    createLogger('info', memory).info({ name: forged, context: forged }, forged);
    expect(lines).toHaveLength(1);
    for (const sign of ['\r', '\n', '\u001b']) expect(lines[0]?.trimEnd()).not.toContain(sign);
    expect(entries()).toMatchObject([{ msg: forged, name: forged }]);
  });

  it('begins no line of its own where a person watches, and gives the terminal no orders', () => {
    const read: string[] = [];
    const logger = createLogger('info', readableLines({ write: (text) => read.push(text) }));
    logger.info({ name: forged, list: [forged], context: forged }, forged);
    logger.error({ err: Object.assign(new Error(forged), { stack: `Error: ${forged}\n    at send` }) }, 'x');
    const written = read.join('').split(/[\r\n\u0085\u2028]/);
    expect(
      written.filter((line) => !/^(\d\d:\d\d:\d\d (info|error) {1,2}(\[|x$)| {2}|$)/.test(line)),
    ).toEqual([]);
    expect(written.filter((line) => line.startsWith('12:00:00 info'))).toEqual([]);
    expect(read.join('')).not.toContain('\u001b');
  });
});
