import { DomainError } from '../../core/errors.ts';
import { readCsv } from './read-csv.ts';

/** `same`: it is the figure that it looks like, and corrects it; `another`: it is a figure of its own. */
export type TwinAnswer = 'same' | 'another';

/** What a person said of the figures that look like others. */
export interface TwinAnswers {
  /** For every one that is not answered by its line. */
  readonly all: TwinAnswer | null;
  readonly byLine: ReadonlyMap<number, LineAnswer>;
}

export interface LineAnswer {
  readonly answer: TwinAnswer;
  /** The figure that it is, where that is not the one it was shown beside. */
  readonly ref: string | null;
}

export const NO_TWIN_ANSWERS: TwinAnswers = { all: null, byLine: new Map() };

/** The figures that the rows of a file, or the answers for them, name. */
export function refsNamed(
  rows: readonly { readonly ref: string | null }[],
  { byLine }: TwinAnswers,
): readonly string[] {
  return [...rows, ...byLine.values()].flatMap(({ ref }) => ref ?? []);
}

/**
 * Reads a file of answers: `line,answer,ref`, the line as the question named it, the answer `same` or `another`, and for
 * `same`, where another figure is meant than the one that was shown, its ref.
 *
 * @throws DomainError `IMPORT.BAD_ANSWERS` (refused), naming the line of the file of answers
 */
export function readAnswers(bytes: Uint8Array): ReadonlyMap<number, LineAnswer> {
  const file = readCsv(bytes, { known: ['line', 'answer', 'ref'], required: ['line', 'answer'] });
  const [error] = file.errors;
  if (error !== undefined) throw bad(error.line, `${error.message} ${error.remedy}`);
  const answers = new Map<number, LineAnswer>();
  for (const { line, cells } of file.records) {
    const { line: about = '', answer = '', ref = '' } = cells;
    if (!/^[1-9]\d{0,8}$/.test(about)) throw bad(line, `"${about}" is not the number of a line.`);
    if (answer !== 'same' && answer !== 'another') {
      throw bad(line, `"${answer}" is no answer: write same or another.`);
    }
    if (answer === 'another' && ref !== '') {
      throw bad(line, 'Another figure has no ref yet: empty the cell, or write same.');
    }
    if (answers.has(Number(about))) throw bad(line, `Line ${about} is answered already.`);
    answers.set(Number(about), { answer, ref: ref === '' ? null : ref });
  }
  return answers;
}

function bad(line: number, message: string): DomainError {
  return new DomainError('IMPORT.BAD_ANSWERS', `Line ${line} of the answers: ${message}`, {
    kind: 'refused',
    remedy: 'A line of the answers is: line,answer,ref, such as 14,same,',
  });
}
