import { DomainError } from '../../core/errors.ts';
import { Clock } from '../clock/clock.ts';
import { DOWNLOAD_FORMATS, type DownloadFormat, download, findKind } from '../csv/download.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { type Command, command } from './command.ts';

/** `npm run download -- KIND FILE`: all rows of a kind, drafts and withdrawn ones too, as a file that can be brought back. */
export function downloadCommand(kinds: readonly ImportKind[]): Command {
  return command({
    name: 'download',
    usage: `KIND FILE   (FILE ends in .csv or .xlsx; KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE'],
    options: {},
    writes: ({ positionals }) => positionals.slice(1),
    run: async (context, { positionals: [name = '', path = ''] }) => {
      const kind = findKind(kinds, name);
      const { bytes, rows } = await download(
        context.get<Database>(DATABASE),
        kind,
        formatOf(path),
        context.get(Clock).now(),
      );
      return {
        lines: [`${path}: ${rows} ${rows === 1 ? 'row' : 'rows'}.`],
        // Drafts, and what is not for everybody, are in it.
        files: [{ path, bytes, ownerOnly: true }],
      };
    },
  });
}

function formatOf(path: string): DownloadFormat {
  const format = DOWNLOAD_FORMATS.find((one) => path.toLowerCase().endsWith(`.${one}`));
  if (format !== undefined) return format;
  throw new DomainError('COMMAND.USAGE', `"${path}" ends neither in .csv nor in .xlsx.`, { kind: 'call' });
}
