import { DomainError } from '../../core/errors.ts';
import { Clock } from '../clock/clock.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import { templateOf } from '../csv/template.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { writeXlsx } from '../spreadsheet/xlsx.adapter.ts';
import { type Command, command } from './command.ts';

/** `npm run template -- KIND FILE.xlsx`: an empty workbook to fill and import, with the words that are known. */
export function templateCommand(kinds: readonly ImportKind[]): Command {
  return command({
    name: 'template',
    usage: `KIND FILE.xlsx   (KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE.xlsx'],
    options: {},
    writes: ({ positionals }) => positionals.slice(1),
    run: async (context, { positionals: [name = '', path = ''] }) => {
      const kind = kinds.find((one) => one.name === name);
      if (kind === undefined) {
        throw new DomainError('IMPORT.UNKNOWN_KIND', `There is no kind of file "${name}".`, { kind: 'call' });
      }
      if (!/\.xlsx$/i.test(path)) {
        const message = `"${path}" is not the name of a workbook.`;
        throw new DomainError('TEMPLATE.NOT_XLSX', message, { kind: 'call', remedy: 'End it in .xlsx.' });
      }
      const lists = await kind.lists(context.get<Database>(DATABASE));
      const bytes = await writeXlsx(templateOf(kind, lists), context.get(Clock).now());
      return {
        lines: [
          `${path}: ${kind.columns.known.length} columns. Fill it, then: npm run import -- ${name} ${path}`,
        ],
        files: [{ path, bytes }],
      };
    },
  });
}
