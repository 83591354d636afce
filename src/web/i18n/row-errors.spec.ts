import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../core/text.ts';
import { rowErrorWords } from './messages/row-errors.ts';
import { translator } from './translator.ts';

const SRC = new URL('../../', import.meta.url).pathname;

/** Where rows and files are refused. */
const ROOMS =
  /^(platform\/(csv|spreadsheet)|results|funding|narratives|programs)\/|^delivery\/(import-|group-rules|own-time-rules|subscription-rules)|^core\/money\.ts$/;
/** What is done to rows and files that are there already. */
const NOT_AN_IMPORT = /\/(download|undo|withdraw)\.use-case\.ts$/;
/** Codes that are caught on the way and told otherwise, or that are of workbooks that are written. */
const NOT_TOLD = ['SPREADSHEET.BROKEN', 'THREADS.TOO_LARGE', 'THREADS.TOO_SLOW'];

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/\.spec\.|\.fixture\.|fixtures\//.test(file))
  .filter((file) => ROOMS.test(file) && !NOT_AN_IMPORT.test(file))
  .map((file) => ({ file, source: readFileSync(join(SRC, file), 'utf8') }));

const matches = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, found = '']) => found);

/** 'CELL.EMPTY' */
const writtenOut = (source: string) => matches(source, /'([A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*)'/g);

/** `RESULT.${reason}`, of the reasons that stand alone in the file: 'NO_END'. */
function byReason(source: string): readonly string[] {
  return matches(source, /`([A-Z]+\.)\$\{reason\}`/g).flatMap((area) =>
    matches(source, /'([A-Z][A-Z0-9_]+)'/g).map((reason) => `${area}${reason}`),
  );
}

/** `SUBSCRIPTION.UNKNOWN_${column.toUpperCase()}`, of the columns that the function walks. */
function byColumn(source: string): readonly string[] {
  const walks =
    /\(\[([^\]]+)\] as const\)\.flatMap\(\(column\)[\s\S]*?`([A-Z_.]+)\$\{column\.toUpperCase\(\)\}`/g;
  return [...source.matchAll(walks)].flatMap(([, columns = '', begins = '']) =>
    matches(columns, /'(\w+)'/g).map((column) => `${begins}${column.toUpperCase()}`),
  );
}

describe('the words of rows and files that are not taken', () => {
  const codes = Object.keys(rowErrorWords);

  it('are there for every code that an import can refuse with, and for no other', () => {
    const refused = sources.flatMap(({ source }) => [
      ...writtenOut(source),
      ...byReason(source),
      ...byColumn(source),
    ]);
    const told = new Set(refused.filter((code) => !NOT_TOLD.includes(code)));
    expect([...told].toSorted()).toEqual(codes.toSorted());
  });

  it('are of codes that are written out, or put together where it is read here how', () => {
    const together = sources.flatMap(({ file, source }) =>
      matches(source, /`([A-Z]+\.[A-Z_]*)\$\{/g).map((begins) => `${file} ${begins}`),
    );
    expect(together.toSorted()).toEqual([
      'delivery/subscription-rules.ts SUBSCRIPTION.UNKNOWN_',
      'programs/import-places.use-case.ts PLACE.',
      'results/result-row.ts RESULT.',
      'results/row-period.ts RESULT.',
    ]);
  });

  it('say in every language what is wrong, and then what to do', () => {
    for (const language of LANGUAGES) {
      const t = translator(language);
      for (const words of Object.values(rowErrorWords)) expect(t(words)).toMatch(/^\p{Lu}.+\. \p{Lu}/u);
    }
  });
});
