import { basename } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../clock/clock.ts';
import { findKind } from '../csv/download.use-case.ts';
import { type ImportOutcome, importFile } from '../csv/import-file.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import type { RowError } from '../csv/row-error.ts';
import { readAnswers } from '../csv/twin-answers.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { type Command, type CommandResult, command } from './command.ts';

/** Stands in the batch and beside the rows that are approved. */
const BY = 'command line';

/** `npm run import -- KIND FILE`: what whoever runs the service imports is approved, unless they say `--draft`. */
export function importCommand(kinds: readonly ImportKind[]): Command {
  return command({
    name: 'import',
    usage: `KIND FILE [--dry-run] [--draft] [--same | --another] [--answers FILE]   (KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE'],
    options: {
      'dry-run': { type: 'boolean' },
      draft: { type: 'boolean' },
      same: { type: 'boolean' },
      another: { type: 'boolean' },
      answers: { type: 'string' },
    },
    takesAnyDatabase: true,
    reads: ({ positionals, options }) => [
      ...positionals.slice(1),
      ...(typeof options.answers === 'string' ? [options.answers] : []),
    ],
    run: async (context, { positionals: [name = '', path = ''], options }) => {
      const kind = findKind(kinds, name);
      if (options.same && options.another) {
        throw new DomainError(
          'COMMAND.USAGE',
          'Rows are the same or another: --same or --another, not both.',
          {
            kind: 'call',
          },
        );
      }
      const outcome = await importFile(context.get<Database>(DATABASE), {
        kind,
        fileName: basename(path),
        bytes: context.file(path),
        by: BY,
        approve: !options.draft,
        dryRun: options['dry-run'] ?? false,
        now: context.get(Clock).now(),
        answers: {
          all: options.same ? 'same' : options.another ? 'another' : null,
          byLine: options.answers === undefined ? new Map() : readAnswers(context.file(options.answers)),
        },
      });
      return describeImport(outcome);
    },
  });
}

function describeImport(outcome: ImportOutcome): CommandResult {
  const { fileName, rows, inserted, updated, unchanged, notes, errors, errorCount, dryRun } = outcome;
  if (errorCount > 0) {
    const unlisted = errorCount - errors.length;
    return {
      exit: 1,
      lines: [],
      errors: [
        ...errors.map((error) => describeRowError(fileName, error)),
        ...(unlisted > 0 ? [`... and ${unlisted} more.`] : []),
        `${fileName}: refused, nothing was stored (${counted(errorCount, 'error')} in ${counted(rows, 'row')}).`,
      ],
    };
  }
  const counts = `${inserted} new, ${updated} changed, ${unchanged} unchanged`;
  return {
    lines: [
      ...notes,
      `${fileName}: ${counted(rows, 'row')}, ${counts}${dryRun ? ' (dry run: nothing was stored)' : ''}.`,
    ],
  };
}

/** As compilers do, so that editors find the place: `results.csv:14: value: … RESULT.NOT_A_NUMBER`. */
function describeRowError(fileName: string, { line, column, code, message, remedy }: RowError): string {
  return `${fileName}:${line}: ${column === null ? '' : `${column}: `}${message} ${remedy} [${code}]`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
