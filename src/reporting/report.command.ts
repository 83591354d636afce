import { Audit, EVERYTHING } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { ANNEXES } from '../core/report/annexes.ts';
import { LANGUAGES } from '../core/text.ts';
import { command } from '../platform/cli/command.ts';
import { formatOf, type ReportFormat } from './report-file.ts';
import { type DrawnReport, Reports } from './reports.use-case.ts';

/** Renders one report to a PDF, or to XLSX or CSV where the file's name ends so (interfaces.md, "Commands"). */
export const reportCommand = command({
  name: 'report',
  usage: `REPORT --period P --out FILE [--country CC] [--donor CODE] [--pillar CODE] [--lang ${LANGUAGES.join('|')}] [--paper a4|letter] [--annex ${ANNEXES.join(',')}] [--as-of MOMENT]`,
  positionals: ['REPORT'],
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    country: { type: 'string' },
    donor: { type: 'string' },
    pillar: { type: 'string' },
    lang: { type: 'string' },
    paper: { type: 'string' },
    annex: { type: 'string' },
    'as-of': { type: 'string' },
  },
  writes: ({ options }) => [needed('out', options.out)],
  run: async (context, { positionals: [report = ''], options }) => {
    const { period, out, ...rest } = options;
    const path = needed('out', out);
    const reports = context.get(Reports);
    const drawn = await reports.draw(EVERYTHING, { ...rest, report, period: needed('period', period) });
    const { bytes, size } = await fileOf(reports, drawn, formatOf(path));
    await context.get(Audit).record({
      actor: { kind: 'command', name: 'command line' },
      action: formatOf(path) === 'pdf' ? 'report.taken' : 'export.taken',
      subject: report,
      details: {
        format: formatOf(path),
        period: drawn.order.period.key,
        ...drawn.order.filter,
        ...(drawn.order.asOf !== null && { 'as-of': drawn.asOf }),
      },
    });
    return {
      lines: [
        `${path}: ${drawn.title}`,
        size,
        `cut-off ${drawn.order.cutOff}${drawn.order.running ? ', the period is still running' : ''}`,
        `as known on ${drawn.asOf}`,
        `hash ${drawn.hash}`,
      ],
      files: [{ path, bytes }],
    };
  },
});

async function fileOf(reports: Reports, drawn: DrawnReport, format: ReportFormat) {
  switch (format) {
    case 'pdf': {
      const { bytes, pages } = await reports.print(drawn);
      return { bytes, size: `pages ${pages}` };
    }
    case 'xlsx': {
      const { bytes, sheets } = await reports.write(drawn);
      return { bytes, size: `sheets ${sheets}` };
    }
    case 'csv':
      return { bytes: await reports.tabulate(drawn), size: `tables ${await drawn.tables()}` };
  }
}

function needed(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new DomainError('COMMAND.USAGE', `--${name} is missing.`, { kind: 'call' });
}
