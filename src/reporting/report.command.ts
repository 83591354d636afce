import { EVERYTHING } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { command } from '../platform/cli/command.ts';
import { Reports } from './reports.use-case.ts';

/** Renders one report to a PDF (interfaces.md, "Commands"). */
export const reportCommand = command({
  name: 'report',
  usage:
    'REPORT --period P --out FILE [--country CC] [--donor CODE] [--pillar CODE] [--lang en|es|pt|fr] [--paper a4|letter]',
  positionals: ['REPORT'],
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    country: { type: 'string' },
    donor: { type: 'string' },
    pillar: { type: 'string' },
    lang: { type: 'string' },
    paper: { type: 'string' },
  },
  writes: ({ options }) => [needed('out', options.out)],
  run: async (context, { positionals: [report = ''], options }) => {
    const { period, out, ...rest } = options;
    const path = needed('out', out);
    const reports = context.get(Reports);
    const drawn = await reports.draw(EVERYTHING, { ...rest, report, period: needed('period', period) });
    const { bytes, pages } = await reports.print(drawn);
    return {
      lines: [
        `${path}: ${drawn.title}`,
        `pages ${pages}`,
        `cut-off ${drawn.order.cutOff}${drawn.order.running ? ', the period is still running' : ''}`,
        `hash ${drawn.hash}`,
      ],
      files: [{ path, bytes }],
    };
  },
});

function needed(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new DomainError('COMMAND.USAGE', `--${name} is missing.`, { kind: 'call' });
}
