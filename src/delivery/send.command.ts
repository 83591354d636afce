import { CurrentSettings } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import { type CommandResult, command } from '../platform/cli/command.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { REPORTS } from '../reporting/index.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { DeliveryRequests, settlingReason, type Verdict } from './delivery-requests.use-case.ts';
import { periodToSend } from './due.ts';
import { Ledger } from './ledger.use-case.ts';
import { dryRunLines, sendReport } from './send-lines.ts';

const BY_COMMAND: Actor = { kind: 'command' };

/** What the schedule would do for a period, now; and, unlike the schedule, as often as a person asks. */
export const sendCommand = command({
  name: 'send',
  usage:
    '--period P [--report REPORT] [--dry-run] [--arrived EMAIL | --lost EMAIL | --settle EMAIL --reason TEXT]',
  positionals: [],
  options: {
    period: { type: 'string' },
    report: { type: 'string' },
    'dry-run': { type: 'boolean' },
    arrived: { type: 'string' },
    lost: { type: 'string' },
    settle: { type: 'string' },
    reason: { type: 'string' },
  },
  run: async (context, { options }): Promise<CommandResult> => {
    const { report, 'dry-run': dryRun = false } = options;
    checkCombination(options);
    const now = context.get(Clock).now();
    const { timeZone } = context.get(CurrentSettings).now.schedule;
    const { key: period } = periodToSend(options.period ?? '', now, timeZone);
    const ledger = context.get(Ledger);
    if (dryRun) return { lines: orNobody(dryRunLines(await ledger.foreseen(period, report)), report) };
    const requests = context.get(DeliveryRequests);
    const said = verdictOf(options);
    if (said !== null) {
      const settled = await requests.settle(
        period,
        { report, recipient: said.recipient },
        said.verdict,
        BY_COMMAND,
      );
      if (settled === 0) throw nothingToSettle(period, said);
    }
    const before = await ledger.turns(period, report);
    await requests.open(period, { report }, BY_COMMAND);
    const after = await context.get(DeliverPeriod).run(period, { report });
    const { lines, missing } = sendReport(before, after);
    return {
      lines: orNobody(lines, report),
      errors: missing === 0 ? [] : [`${missing} of ${lines.length} not sent.`],
      exit: missing === 0 ? 0 : 1,
    };
  },
});

interface SendOptions {
  readonly period?: string;
  readonly report?: string;
  readonly 'dry-run'?: boolean;
  readonly arrived?: string;
  readonly lost?: string;
  readonly settle?: string;
  readonly reason?: string;
}

function checkCombination(options: SendOptions): void {
  const { period, report, arrived, lost, settle, reason } = options;
  if (period === undefined) throw usage('--period is missing.');
  if (report !== undefined && ownSlugOf(report) === null && !REPORTS.some((known) => known === report)) {
    throw new DomainError('REPORT.UNKNOWN', `There is no report "${report}".`, {
      kind: 'missing',
      remedy: `Choose one of ${REPORTS.join(', ')}, or name one that somebody has put together, as in own:ports.`,
    });
  }
  const said = [arrived, lost, settle].filter((recipient) => recipient !== undefined);
  if (said.length > 1) throw usage('An e-mail has arrived, is lost or will not be sent: only one of them.');
  if (options['dry-run'] && said.length > 0) throw usage('A dry run records nothing.');
  if ((settle === undefined) !== (reason === undefined)) {
    throw usage('--settle and --reason go together: why it will not be sent.');
  }
}

interface Said {
  readonly recipient: string;
  readonly verdict: Verdict;
}

function verdictOf({ arrived, lost, settle, reason }: SendOptions): Said | null {
  if (arrived !== undefined) return { recipient: arrived, verdict: { is: 'arrived' } };
  if (lost !== undefined) return { recipient: lost, verdict: { is: 'lost' } };
  if (settle !== undefined) {
    return { recipient: settle, verdict: { is: 'not sent', reason: settlingReason(reason) } };
  }
  return null;
}

function nothingToSettle(period: string, { recipient, verdict }: Said): DomainError {
  const [code, what] =
    verdict.is === 'not sent'
      ? ['DELIVERY.NOT_OPEN', 'waits to be sent']
      : ['DELIVERY.NOT_UNCLEAR', 'is unclear'];
  return new DomainError(code, `No e-mail of ${period} to "${recipient}" ${what}.`, {
    kind: 'missing',
    remedy: 'A dry run lists the e-mails of a period.',
  });
}

const usage = (message: string) => new DomainError('COMMAND.USAGE', message, { kind: 'call' });

function orNobody(lines: readonly string[], report: string | undefined): readonly string[] {
  return lines.length > 0 ? lines : [`Nobody is subscribed${report === undefined ? '' : ` to ${report}`}.`];
}
