import { DomainError } from '../core/errors.ts';
import { type CommandResult, command } from '../platform/cli/command.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { REPORTS } from '../reporting/index.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { monthToSend } from './due.ts';
import { dryRunLines, sendReport } from './send-lines.ts';

/** What the schedule would do for a period, now; and, unlike the schedule, as often as a person asks. */
export const sendCommand = command({
  name: 'send',
  usage: '--period YYYY-MM [--report REPORT] [--dry-run] [--arrived EMAIL | --lost EMAIL]',
  positionals: [],
  options: {
    period: { type: 'string' },
    report: { type: 'string' },
    'dry-run': { type: 'boolean' },
    arrived: { type: 'string' },
    lost: { type: 'string' },
  },
  run: async (context, { options }): Promise<CommandResult> => {
    const { report, arrived, lost, 'dry-run': dryRun = false } = options;
    checkCombination(options);
    const now = context.get(Clock).now();
    const { reportTimeZone } = context.get<Config>(CONFIG);
    const { key: period } = monthToSend(options.period ?? '', now, reportTimeZone);
    const delivery = context.get(DeliverPeriod);
    if (dryRun) return { lines: orNobody(dryRunLines(await delivery.turns(period, { report })), report) };
    if (arrived !== undefined) await delivery.settle(period, { recipient: arrived, report, is: 'arrived' });
    if (lost !== undefined) await delivery.settle(period, { recipient: lost, report, is: 'lost' });
    const before = await delivery.turns(period, { report });
    const { lines, missing } = sendReport(before, await delivery.run(period, { report }));
    return {
      lines: orNobody(lines, report),
      errors: missing === 0 ? [] : [`${missing} of ${lines.length} not sent.`],
      exit: missing === 0 ? 0 : 1,
    };
  },
});

function checkCombination(options: {
  readonly period?: string;
  readonly report?: string;
  readonly 'dry-run'?: boolean;
  readonly arrived?: string;
  readonly lost?: string;
}): void {
  const { period, report, arrived, lost } = options;
  if (period === undefined) throw usage('--period is missing.');
  if (report !== undefined && !REPORTS.some((known) => known === report)) {
    throw new DomainError('REPORT.UNKNOWN', `There is no report "${report}".`, {
      kind: 'missing',
      remedy: `Choose one of ${REPORTS.join(', ')}.`,
    });
  }
  if (arrived !== undefined && lost !== undefined) throw usage('An e-mail has arrived or is lost, not both.');
  if (options['dry-run'] && (arrived ?? lost) !== undefined) throw usage('A dry run records nothing.');
}

const usage = (message: string) => new DomainError('COMMAND.USAGE', message, { kind: 'call' });

function orNobody(lines: readonly string[], report: string | undefined): readonly string[] {
  return lines.length > 0 ? lines : [`Nobody is subscribed${report === undefined ? '' : ` to ${report}`}.`];
}
