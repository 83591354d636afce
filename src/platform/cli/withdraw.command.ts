import { DomainError } from '../../core/errors.ts';
import { Clock } from '../clock/clock.ts';
import { findKind } from '../csv/download.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import { restoreWithdrawn, withdraw } from '../csv/withdraw.use-case.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { type Command, command } from './command.ts';

/** `npm run withdraw -- KIND REF --reason TEXT`: takes a figure out of every total; with `--restore`, back into them. */
export function withdrawCommand(kinds: readonly ImportKind[]): Command {
  const names = kinds.filter(({ figures }) => figures !== undefined).map(({ name }) => name);
  return command({
    name: 'withdraw',
    usage: `KIND REF --reason TEXT [--restore]   (KIND: ${names.join(', ')}; REF: the figure's ref or id)`,
    positionals: ['KIND', 'REF'],
    options: { reason: { type: 'string' }, restore: { type: 'boolean' } },
    run: async (context, { positionals: [name = '', ref = ''], options }) => {
      if (options.reason === undefined) {
        throw new DomainError('COMMAND.USAGE', '--reason is missing.', { kind: 'call' });
      }
      const { before, after, figure } = await (options.restore ? restoreWithdrawn : withdraw)(
        context.get<Database>(DATABASE),
        {
          kind: findKind(kinds, name),
          ref,
          reason: options.reason,
          by: { kind: 'command', name: 'command line' },
          now: context.get(Clock).now(),
        },
      );
      return { lines: [`${name} ${figure.id}: ${before} before, ${after} now.`] };
    },
  });
}
