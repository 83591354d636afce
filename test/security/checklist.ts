import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of the checklist of docs/security.md: what it says, and the test that shows it. */
export interface ChecklistLine {
  /** Its first cell: `1.2.4 SQL`. */
  readonly item: string;
  /** Path of the spec from the root; empty where none is named. */
  readonly spec: string;
  /** Of the test, as it begins in the spec; empty for a spec as a whole. */
  readonly title: string;
}

/** In a file something, which stands there once, gives way to something else. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** How the protection of a line is taken away: all at once, for one may stand behind the other. */
export interface Mutation {
  readonly item: string;
  readonly edits: readonly Edit[];
}

/** Every line of the tables of the checklist that begins with numbers of the standard. */
export function readChecklist(root: string): readonly ChecklistLine[] {
  const [checked = ''] = readFileSync(join(root, 'docs/security.md'), 'utf8').split('## Knowingly not met');
  return checked
    .split('\n')
    .filter((line) => /^\| \d+\.\d+/.test(line))
    .map((line) => {
      const [, item = ''] = /^\| ([^|]*?) \|/.exec(line) ?? [];
      const [, unit] = /unit: `(src\/[\w./-]+)` \|$/.exec(line) ?? [];
      const [, file, title = ''] = /`([\w./-]+)` “([^”]+)” \|$/.exec(line) ?? [];
      return { item, spec: unit ?? (file === undefined ? '' : `test/${file}.spec.ts`), title };
    });
}

/**
 * The mutations of test/security/mutations.txt, with an empty line between them. `#` begins the item of a line of the
 * checklist, `@` a file, `-` what is found there and `+` what comes in its place.
 */
export function readMutations(root: string): readonly Mutation[] {
  let item = '';
  const parts = readFileSync(join(root, 'test/security/mutations.txt'), 'utf8').split(/\n{2,}/);
  return parts.map((part) => {
    item = /^# (.*)$/m.exec(part)?.[1] ?? item;
    let file = '';
    const edits = [...part.matchAll(/^@ (.*)$|((?:^- .*\n)+)((?:^\+.*(?:\n|$))+)/gm)].flatMap(
      ([, named, find = '', replace = '']) => {
        file = named ?? file;
        return named === undefined ? [{ file, find: textOf(find), replace: textOf(replace) }] : [];
      },
    );
    return { item, edits };
  });
}

/** Lines without the mark before each. */
function textOf(marked: string): string {
  return marked
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(2))
    .join('\n');
}
