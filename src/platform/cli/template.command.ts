import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { Clock } from '../clock/clock.ts';
import { findKind } from '../csv/download.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import { templateOf } from '../csv/template.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { writeXlsx } from '../spreadsheet/xlsx.adapter.ts';
import { type Command, command } from './command.ts';

/** `npm run template -- KIND FILE.xlsx [--lang L]`: an empty workbook to fill and import, with the words that are known. */
export function templateCommand(kinds: readonly ImportKind[]): Command {
  return command({
    name: 'template',
    usage: `KIND FILE.xlsx [--lang ${LANGUAGES.join('|')}]   (KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE.xlsx'],
    options: { lang: { type: 'string' } },
    writes: ({ positionals }) => positionals.slice(1),
    run: async (context, { positionals: [name = '', path = ''], options: { lang = 'en' } }) => {
      const kind = findKind(kinds, name);
      if (!/\.xlsx$/i.test(path)) {
        const message = `"${path}" is not the name of a workbook.`;
        throw new DomainError('TEMPLATE.NOT_XLSX', message, { kind: 'call', remedy: 'End it in .xlsx.' });
      }
      const language = LANGUAGES.find((one) => one === lang);
      if (language === undefined) {
        const message = `--lang takes ${LANGUAGES.join(', ')}, not "${lang}".`;
        throw new DomainError('COMMAND.USAGE', message, { kind: 'call' });
      }
      const db = context.get<Database>(DATABASE);
      const words = { lists: await kind.lists(db), guide: await kind.guide(db) };
      const bytes = await writeXlsx(templateOf(kind, words, language), context.get(Clock).now());
      return {
        lines: [
          `${path}: ${kind.columns.known.length} columns. Fill it, then: npm run import -- ${name} ${path}`,
        ],
        files: [{ path, bytes }],
      };
    },
  });
}
