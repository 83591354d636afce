import { DomainError } from '../../core/errors.ts';
import { type CommandContext, command, failure, findCommand, parseArguments, runCommand } from './command.ts';

const report = command({
  name: 'report',
  usage: 'REPORT --period P [--dry-run]',
  positionals: ['REPORT'],
  options: { period: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (_context, { positionals: [name], options }) => {
    if (options.period === undefined) {
      throw new DomainError('REPORT.NO_PERIOD', 'The period is missing.', {
        kind: 'call',
        remedy: 'Add --period 2017-06.',
      });
    }
    if (options['dry-run']) {
      throw new DomainError('REPORT.EMPTY', 'There is nothing to report.', { kind: 'refused' });
    }
    if (options.period === 'boom') {
      throw new TypeError('x is not a function');
    }
    return { lines: [`${name} of ${options.period}`] };
  },
});

const context = {} as CommandContext;
const run = async (...argv: string[]) => {
  const unexpected: unknown[] = [];
  const outcome = await runCommand(report, parseArguments(report, argv), context, (error) =>
    unexpected.push(error),
  );
  return { ...outcome, unexpected };
};
const usage = 'Usage: npm run report -- REPORT --period P [--dry-run]';

describe('a command', () => {
  it('gets its arguments and says what it did', async () => {
    expect(await run('portfolio', '--period', '2017-06')).toEqual({
      exit: 0,
      stdout: ['portfolio of 2017-06'],
      stderr: [],
      files: [],
      unexpected: [],
    });
  });

  it('exits with 2 and the usage where the call was wrong', async () => {
    expect(await run('portfolio')).toMatchObject({
      exit: 2,
      stderr: ['The period is missing. Add --period 2017-06.', usage],
    });
  });

  it('exits with 1 and the reason where the data forbid it', async () => {
    expect(await run('portfolio', '--period', 'x', '--dry-run')).toMatchObject({
      exit: 1,
      stderr: ['There is nothing to report.'],
    });
  });

  it('exits with 1 where something broke, and the log has it', async () => {
    expect(await run('portfolio', '--period', 'boom')).toMatchObject({
      exit: 1,
      stderr: ['Something broke: x is not a function'],
      unexpected: [expect.any(TypeError)],
    });
  });
});

describe('arguments', () => {
  it.each([
    [[], 'REPORT is missing.'],
    [['portfolio', 'fact-sheet'], '"fact-sheet" is one argument too many.'],
    [['portfolio', '--perod', 'x'], "Unknown option '--perod'."],
    [['portfolio', '--period'], "Option '--period <value>' argument missing."],
    [['portfolio', '--dry-run=yes'], "Option '--dry-run' does not take an argument."],
  ])('%j: %s', (argv, message) => {
    expect(() => parseArguments(report, argv)).toThrow(
      new DomainError('COMMAND.USAGE', message, { kind: 'call' }),
    );
  });

  it('may begin with a dash after two', () => {
    expect(parseArguments(report, ['--', '-odd-']).positionals).toEqual(['-odd-']);
  });
});

it('knows every command by its name', () => {
  expect(findCommand([report], 'report')).toBe(report);
  expect(() => findCommand([report], 'reprot')).toThrow('There is no command "reprot".');
  expect(() => findCommand([report], undefined)).toThrow('No command is given.');
});

it('tells a wrong call before the command is known in one line', () => {
  const error = new DomainError('CONFIG.INVALID', 'PORT takes a number.', { kind: 'call' });
  expect(failure(error)).toEqual({ exit: 2, stdout: [], stderr: ['PORT takes a number.'], files: [] });
});
