import { basename } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';
import { Clock } from '../clock/clock.ts';
import { findKind } from '../csv/download.use-case.ts';
import type { RowChange } from '../csv/dry-run.ts';
import { type ImportOutcome, type ImportRequest, importFile } from '../csv/import-file.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import type { RowError } from '../csv/row-error.ts';
import { readAnswers } from '../csv/twin-answers.ts';
import { describeDifference } from '../csv/twin-question.ts';
import { undoImport } from '../csv/undo.use-case.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../csv/written-number.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { type Command, type CommandContext, type CommandResult, command } from './command.ts';

/** Stands in the batch and beside the rows that are approved. */
const BY = 'command line';

/** `npm run import -- KIND FILE`: what whoever runs the service imports is approved, unless they say `--draft`. */
export function importCommand(
  kinds: readonly ImportKind[],
  totals: NonNullable<ImportRequest['totals']>,
): Command {
  return command({
    name: 'import',
    usage: `KIND FILE [--dry-run] [--draft] [--sheet NAME] [--decimal comma|point] [--create] [--same | --another] [--answers FILE] [--accept-rates] | --undo BATCH [--reason TEXT]   (KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE'],
    inTheirPlace: 'undo',
    options: {
      'dry-run': { type: 'boolean' },
      draft: { type: 'boolean' },
      sheet: { type: 'string' },
      same: { type: 'boolean' },
      another: { type: 'boolean' },
      answers: { type: 'string' },
      'accept-rates': { type: 'boolean' },
      undo: { type: 'string' },
      reason: { type: 'string' },
      decimal: { type: 'string' },
      create: { type: 'boolean' },
    },
    takesAnyDatabase: true,
    reads: ({ positionals, options }) => [
      ...positionals.slice(1),
      ...(typeof options.answers === 'string' ? [options.answers] : []),
    ],
    run: async (context, { positionals: [name = '', path = ''], options }) => {
      if (options.undo !== undefined) {
        return undo(context, kinds, options.undo, options.reason);
      }
      if (options.reason !== undefined) {
        throw new DomainError('COMMAND.USAGE', '--reason goes with --undo: why the import is taken back.', {
          kind: 'call',
        });
      }
      if (options.same && options.another) {
        throw new DomainError(
          'COMMAND.USAGE',
          'Rows are the same or another: --same or --another, not both.',
          {
            kind: 'call',
          },
        );
      }
      const kind = findKind(kinds, name);
      const outcome = await importFile(context.get<Database>(DATABASE), {
        kind,
        fileName: basename(path),
        bytes: context.file(path),
        by: BY,
        approve: !options.draft,
        dryRun: options['dry-run'] ?? false,
        now: context.get(Clock).now(),
        totals,
        answers: {
          sheet: options.sheet ?? null,
          decimal: decimalSign(options.decimal),
          create: options.create ?? false,
          acceptRates: options['accept-rates'] ?? false,
          twins: {
            all: options.same ? 'same' : options.another ? 'another' : null,
            byLine: options.answers === undefined ? new Map() : readAnswers(context.file(options.answers)),
          },
        },
      });
      return describeImport(outcome, kind);
    },
  });
}

async function undo(
  context: CommandContext,
  kinds: readonly ImportKind[],
  given: string,
  reason: string | undefined,
): Promise<CommandResult> {
  if (!/^[1-9]\d{0,14}$/.test(given)) {
    throw new DomainError('COMMAND.USAGE', `"${given}" is not the number of an import.`, { kind: 'call' });
  }
  const { kind, fileName, withdrawn, restored } = await undoImport(context.get<Database>(DATABASE), kinds, {
    batch: Number(given),
    reason: reason ?? null,
    by: { kind: 'command', name: BY },
    now: context.get(Clock).now(),
  });
  return {
    lines: [
      `Import ${given} (${kind}, ${fileName}) was taken back: ${withdrawn} withdrawn, ${restored} as before.`,
    ],
  };
}

/** @throws DomainError `IMPORT.UNKNOWN_DECIMAL` (call) */
function decimalSign(said: string | undefined): DecimalSign | null {
  if (said === undefined) return null;
  const sign = DECIMAL_SIGNS.find((one) => one === said);
  if (sign !== undefined) return sign;
  throw new DomainError('IMPORT.UNKNOWN_DECIMAL', `"${said}" is neither comma nor point.`, { kind: 'call' });
}

function describeImport(outcome: ImportOutcome, { figures }: ImportKind): CommandResult {
  const { fileName, rows, inserted, updated, unchanged, notes, errors, errorCount, dryRun } = outcome;
  const { changes, moves } = outcome;
  if (errorCount > 0) {
    const unlisted = errorCount - errors.length;
    return {
      exit: 1,
      lines: [],
      errors: [
        ...notes,
        ...errors.map((error) => describeRowError(fileName, error)),
        ...(unlisted > 0 ? [`... and ${unlisted} more.`] : []),
        `${fileName}: refused, nothing was stored (${counted(errorCount, 'error')} in ${counted(rows, 'row')}).`,
      ],
    };
  }
  const counts = `${inserted} new, ${updated} changed, ${unchanged} unchanged`;
  return {
    lines: [
      ...changes.map((change) => describeChange(fileName, change)),
      ...moves.map(({ of, before, after }) => `total of ${of}: ${before ?? 'none'} → ${after ?? 'none'}`),
      ...notes,
      `${fileName}: ${counted(rows, 'row')}, ${counts}${dryRun ? ' (dry run: nothing was stored)' : ''}.`,
      // Figures alone are taken back, where there is something to take back.
      ...(outcome.batch === null || figures === undefined || inserted + updated === 0
        ? []
        : [`Import ${outcome.batch}; to take it back: --undo ${outcome.batch}`]),
    ],
  };
}

/** `results.csv:14: changed 2b3d…: value 22 → 23`; of a new row its cells. */
function describeChange(fileName: string, { is, key, line, cells }: RowChange): string {
  const told = cells.map((cell) =>
    is === 'new' ? `${cell.column} ${oneLine(cell.after, 60)}` : describeDifference(cell),
  );
  return `${fileName}${line === null ? '' : `:${line}`}: ${is} ${key}: ${told.join('; ')}`;
}

/** As compilers do, so that editors find the place: `results.csv:14: value: … RESULT.NOT_A_NUMBER`. */
function describeRowError(fileName: string, { line, column, code, message, remedy }: RowError): string {
  return `${fileName}:${line}: ${column === null ? '' : `${column}: `}${message} ${remedy} [${code}]`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
